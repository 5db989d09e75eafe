import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ImportFileError, parseTranscriptFile } from '../../../../electron/import/transcript-file.ts';

const folder = join(import.meta.dirname, '../../../fixtures/transcripts');

async function read(content: string | Uint8Array, name = 'a.txt') {
  return await parseTranscriptFile({
    name,
    bytes: typeof content === 'string' ? Buffer.from(content) : content,
  });
}

describe('a large plain text', () => {
  // None of these looks at a clock: in time that grows faster than their size they would not end.
  it.each<[string, string]>([
    ['words', 'word '.repeat(2_000_000)],
    ['labels', 'P1: yes. '.repeat(1_000_000)],
    ['brackets', '[00:00:01] ('.repeat(800_000)],
    ['blanks', ' '.repeat(10_000_000).concat('P1')],
    ['capitals', 'A'.repeat(10_000_000)],
    ['time marks', '#00:00:01-1# '.repeat(750_000)],
    ['Chinese characters', '我们每周部署一次'.repeat(400_000)],
  ])('of one line of 10 MB of %s is read', async (_, line) => {
    const { text, turns } = await read(line);
    expect(text).toBe(line);
    expect(turns.at(-1)?.end).toBe(line.length);
  });

  it('of a hundred thousand turns is read', async () => {
    const lines = Array.from({ length: 100_000 }, (_, index) => `P${(index % 7) + 1}: Sentence ${index}.`);
    expect((await read(lines.join('\n'))).turns).toHaveLength(100_000);
  });

  it('of a million empty lines or one-letter lines is read', async () => {
    expect((await read(`P1: a\n${'\r\n'.repeat(1_000_000)}I: b`)).turns).toHaveLength(2);
    expect((await read('a\n'.repeat(1_000_000))).text).toHaveLength(2_000_000);
  });

  it('of many damaged bytes is read', async () => {
    const damaged = Buffer.concat([Buffer.from('P1: Größe. '.repeat(500_000)), Buffer.alloc(1_000, 0xe4)]);
    expect((await read(damaged)).notes[0]).toContain('1000, the first in line 1');
  });
});

describe('a plain text with any bytes', () => {
  it.each(['zoom-names.txt', 'chinese-gb18030.txt', 'utf16-without-mark.txt', 'polish-1250.txt'])(
    'is read or refused in a sentence, such as %s',
    async (name) => {
      const original = readFileSync(join(folder, name));
      const change = fc.record({
        at: fc.nat(original.length - 1),
        put: fc.uint8Array({ maxLength: 6 }),
        cut: fc.nat(8),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
          let bytes = original;
          for (const { at, put, cut } of changes) {
            bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + cut)]);
          }
          try {
            const { text, turns } = await read(bytes);
            expect(turns.map(({ start }) => start)).toEqual([0, ...turns.map(({ end }) => end)].slice(0, -1));
            expect(turns.at(-1)?.end).toBe(text.length);
            expect(text.isWellFormed()).toBe(true);
            expect(text).not.toMatch(/[\0\r]/);
          } catch (error) {
            if (!(error instanceof ImportFileError)) throw error;
          }
        }),
        { numRuns: 200 },
      );
    },
  );
});
