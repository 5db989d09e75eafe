import { describe, expect, it } from 'vitest';
import { toQuoteWithReference } from '../../../renderer/reader/quote-reference.ts';

const text = 'I: Why?\nP1: We do\nso.\nGuest: Yes.\n';
const turnAt = (line: string, participant: string | null, label: string, time: string | null) => {
  const start = text.indexOf(line);
  return { start, end: start + line.length, participant, label, time };
};
const source = {
  name: 'A_P1',
  company: 'A',
  technique: 'P',
  date: null,
  text,
  turnList: [
    turnAt('I: Why?\n', null, 'I', null),
    turnAt('P1: We do\nso.\n', 'P1', 'P1', '00:12'),
    turnAt('Guest: Yes.\n', null, 'Guest', null),
  ],
};
const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

describe('a quote with its reference', () => {
  it('names who speaks, company, technique, transcript, turn and time', () => {
    expect(toQuoteWithReference(source, spanOf('We do\nso.'))).toBe(
      '“We do so.” (P1, company A, technique P, A_P1, turn 2, 00:12)',
    );
  });

  it('names everyone whose turn it touches', () => {
    expect(toQuoteWithReference(source, spanOf('so.\nGuest: Yes.'))).toBe(
      '“so. Guest: Yes.” (P1, Guest, company A, technique P, A_P1, turns 2–3, 00:12)',
    );
  });
});
