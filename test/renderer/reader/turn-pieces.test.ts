import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Turn } from '../../../electron/ipc/contract/transcripts.ts';
import { divideTranscript } from '../../../renderer/reader/turn-pieces.ts';

function makeTurn(fields: Partial<Turn> & Pick<Turn, 'start' | 'textOffset' | 'end'>): Turn {
  return {
    id: fields.start + 1,
    label: null,
    time: null,
    endTime: null,
    isInterviewer: false,
    participantId: null,
    participant: null,
    technique: null,
    role: null,
    practitioner: null,
    practitionerCompany: null,
    ...fields,
  };
}

describe('divideTranscript', () => {
  it('cuts the prefix of a turn into label, time and marks, whichever comes first', () => {
    const text = '[00:01:23] P1: We version data.\n';
    const turn = makeTurn({ start: 0, textOffset: 15, end: text.length, label: 'P1', time: '00:01:23' });
    const pieces = divideTranscript(text, [turn])[0]?.pieces ?? [];
    expect(pieces.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['marks', '['],
      ['time', '00:01:23'],
      ['marks', '] '],
      ['label', 'P1'],
      ['marks', ': '],
      ['words', 'We version data.'],
    ]);
  });

  it('makes each line of a turn that says something a paragraph, numbered through the transcript', () => {
    const text = 'P1: first line\nsecond line\n\nQ: And then?\n';
    const turns = [
      makeTurn({ start: 0, textOffset: 4, end: 28, label: 'P1' }),
      makeTurn({ start: 28, textOffset: 31, end: text.length, label: 'Q' }),
    ];
    const words = divideTranscript(text, turns).flatMap(({ pieces }) =>
      pieces.filter(({ kind }) => kind === 'words'),
    );
    expect(words.map(({ start, end }) => text.slice(start, end))).toEqual([
      'first line',
      'second line',
      'And then?',
    ]);
    expect(words.map(({ paragraph }) => paragraph)).toEqual([1, 2, 3]);
  });

  it('shows text before, between and after the turns without a number', () => {
    const text = 'Protocol of the day\n\nP1: Yes.\n\nEnd of tape';
    const turn = makeTurn({ start: 21, textOffset: 25, end: 31, label: 'P1' });
    const blocks = divideTranscript(text, [turn]);
    expect(blocks.map(({ number }) => number)).toEqual([null, 1, null]);
  });

  it('shows a turn that has a label and no words', () => {
    const text = 'P1:\n';
    const blocks = divideTranscript(text, [makeTurn({ start: 0, textOffset: 4, end: 4, label: 'P1' })]);
    expect(blocks[0]?.pieces[0]).toEqual({ start: 0, end: 2, kind: 'label' });
  });

  it('leaves out nothing but white space and never shows a character twice, for any text and turns', () => {
    const cuts = fc.uniqueArray(fc.nat(60), { maxLength: 9 }).map((list) => list.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ':', ' ', '\n', '😀'), maxLength: 40 }),
        cuts,
        (text, marks) => {
          const inside = marks.filter((mark) => mark <= text.length);
          const turns = inside.slice(0, -1).map((start, index) => {
            const end = inside[index + 1] ?? text.length;
            return makeTurn({ start, textOffset: Math.min(start + 2, end), end, label: 'a' });
          });
          const pieces = divideTranscript(text, turns).flatMap((block) => block.pieces);
          let shown = 0;
          for (const { start, end } of pieces) {
            expect(text.slice(shown, start).trim()).toBe('');
            expect(end).toBeGreaterThan(start);
            shown = end;
          }
          expect(text.slice(shown).trim()).toBe('');
        },
      ),
    );
  });
});
