import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cue, writeCues } from '../../../../electron/import/speech/cues.ts';

function cue(start: number, end: number, speaker: string | null, text: string): Cue {
  return { start, end, speaker, text };
}

describe('cues written as a transcript', () => {
  it('join into one turn while one speaker speaks, with begin and end', () => {
    const { text, turns } = writeCues([
      cue(0.4, 2, 'Anna Berg', 'What happens'),
      cue(2, 4.2, 'Anna Berg', 'when it fails?'),
      cue(5, 3675.1, 'P1', 'We wait.'),
    ]);
    expect(text).toBe('[00:00:00] Anna Berg: What happens when it fails?\n[00:00:05] P1: We wait.');
    expect(turns).toEqual([
      { start: 0, end: 50, label: 'Anna Berg', time: '00:00:00', endTime: '00:00:05', textStart: 22 },
      { start: 50, end: 73, label: 'P1', time: '00:00:05', endTime: '01:01:16', textStart: 65 },
    ]);
  });

  it('make a paragraph with its own time at a pause when nobody is named', () => {
    const { text, turns } = writeCues([
      cue(1, 3, null, 'Well'),
      cue(3.5, 5, null, 'yes.'),
      cue(7.5, 8, null, 'No.'),
    ]);
    expect(text).toBe('[00:00:01] Well yes.\n[00:00:07] No.');
    expect(turns.map(({ label, time, endTime }) => [label, time, endTime])).toEqual([
      [null, '00:00:01', '00:00:05'],
      [null, '00:00:07', '00:00:08'],
    ]);
  });

  it('make paragraphs without pauses and without full stops', () => {
    const cues = Array.from({ length: 300 }, (_, index) =>
      cue(index, index + 1, null, 'we speak and never stop'),
    );
    const { turns } = writeCues(cues);
    expect(turns).toHaveLength(13);
    expect(turns[1]?.time).toBe('00:00:24');
  });

  it('keep a long turn whole, with the time of its paragraphs on their lines', () => {
    const cues = Array.from({ length: 40 }, (_, index) =>
      cue(index * 5, index * 5 + 4, 'P1', 'This is one more sentence.'),
    );
    const { text, turns } = writeCues(cues);
    expect(turns).toHaveLength(1);
    expect(text).toContain('sentence.\n[00:02:30] This');
  });

  it('are joined without blanks in Chinese and Japanese, on lines of their own where they are rows', () => {
    expect(writeCues([cue(0, 1, null, '我们每'), cue(1, 2, null, '周部署')]).text).toBe(
      '[00:00:00] 我们每周部署',
    );
    const rows = [
      { start: null, end: null, speaker: 'P1', text: 'One.' },
      { start: null, end: null, speaker: 'P1', text: 'Two.\nThree.' },
    ];
    expect(writeCues(rows, 'line').text).toBe('P1: One.\nTwo.\nThree.');
  });

  it('lose no word, and their turns cover the text without gap or overlap', () => {
    const time = fc.option(fc.double({ min: -10, max: 400_000, noNaN: false }));
    const speaker = fc.option(fc.constantFrom('P1', 'Anna\nBerg', ' ', 'أحمد'));
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.lorem());
    const cues = fc.array(fc.record({ start: time, end: time, speaker, text }), { maxLength: 60 });
    fc.assert(
      fc.property(cues, fc.constantFrom('blank', 'line'), (given, between) => {
        const { text: written, turns } = writeCues(given, between);
        expect(turns.map(({ start }) => start)).toEqual([0, ...turns.map(({ end }) => end)].slice(0, -1));
        expect(turns.at(-1)?.end ?? 0).toBe(written.length);
        let from = 0;
        for (const { text: said } of given) {
          const words = said
            .replace(/[\0\uFEFF]/g, '')
            .replace(/\r\n?/g, '\n')
            .trim();
          from = written.indexOf(words, from);
          expect(from).toBeGreaterThanOrEqual(0);
          from += words.length;
        }
        for (const { start, textStart, end } of turns) {
          expect(start <= textStart && textStart < end).toBe(true);
        }
      }),
    );
  });

  it('of a day of speech are written at once', () => {
    const cues = Array.from({ length: 200_000 }, (_, index) =>
      cue(index, index + 1, index % 50_000 < 25_000 ? 'P1' : null, 'a few words more'),
    );
    expect(writeCues(cues).text.length).toBeGreaterThan(200_000 * 16);
  });
});
