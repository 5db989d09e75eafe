import { describe, expect, it } from 'vitest';
import { findAnswerSpan, findTurnSpan, type SpokenTurn } from '../../../renderer/reader/turn-spans.ts';

/** Lays out turns as the importers do: a label, the words, a line break. */
function layOut(...lines: [speaker: string, words: string][]): { text: string; turns: SpokenTurn[] } {
  let text = '';
  const turns = lines.map(([speaker, words]) => {
    const start = text.length;
    text += `${speaker}: ${words}\n`;
    return {
      start,
      textOffset: start + speaker.length + 2,
      end: text.length,
      isInterviewer: speaker === 'I',
    };
  });
  return { text, turns };
}

const { text, turns } = layOut(
  ['P1', 'Hello.'],
  ['I', 'How so?'],
  ['I', 'And why?'],
  ['P1', 'We do.'],
  ['P2', 'Not all of us.'],
  ['I', 'Thanks.'],
);
const caretIn = (words: string) => {
  const start = text.indexOf(words) + 1;
  return { start, end: start };
};
const spanOf = (from: string, to = from) => ({
  start: text.indexOf(from),
  end: text.indexOf(to) + to.length,
});
const wordsOf = (span: { start: number; end: number } | undefined) =>
  span && text.slice(span.start, span.end);

describe('findTurnSpan', () => {
  it('is the words of the turn with the caret, without label and line break', () => {
    expect(wordsOf(findTurnSpan(text, turns, caretIn('We do')))).toBe('We do.');
  });

  it('reaches over all turns that a selection touches', () => {
    expect(wordsOf(findTurnSpan(text, turns, spanOf('do.', 'Not')))).toBe('We do.\nP2: Not all of us.');
  });

  it('gives a caret between two turns to the later one, and one behind the last to that', () => {
    const start = text.indexOf('P2:');
    expect(wordsOf(findTurnSpan(text, turns, { start, end: start }))).toBe('Not all of us.');
    expect(wordsOf(findTurnSpan(text, turns, { start: text.length, end: text.length }))).toBe('Thanks.');
  });

  it('is nothing where nobody speaks', () => {
    expect(findTurnSpan('Heading\n', [], { start: 2, end: 2 })).toBeUndefined();
    const silent = layOut(['P1', ' ']);
    expect(findTurnSpan(silent.text, silent.turns, { start: 1, end: 1 })).toBeUndefined();
  });
});

describe('findAnswerSpan', () => {
  it('begins with the question, also one in two turns, and ends with what the participant says', () => {
    expect(wordsOf(findAnswerSpan(text, turns, caretIn('We do')))).toBe('How so?\nI: And why?\nP1: We do.');
  });

  it('takes in who answered before', () => {
    expect(wordsOf(findAnswerSpan(text, turns, caretIn('Not all')))).toBe(
      'How so?\nI: And why?\nP1: We do.\nP2: Not all of us.',
    );
  });

  it('from within a question goes to the turn that follows', () => {
    expect(wordsOf(findAnswerSpan(text, turns, caretIn('And why')))).toBe('How so?\nI: And why?\nP1: We do.');
  });

  it('is nothing before the first question and for a question that nobody answers', () => {
    expect(findAnswerSpan(text, turns, caretIn('Hello'))).toBeUndefined();
    expect(findAnswerSpan(text, turns, caretIn('Thanks'))).toBeUndefined();
  });
});
