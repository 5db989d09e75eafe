import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import { ImportFileError, parseTranscriptFile } from '../../electron/import/transcript-file.ts';

/** What happens to a file: a byte is replaced, a piece is taken out or written twice, the rest is cut off. */
type Damage = { kind: 'replace' | 'remove' | 'repeat' | 'cut'; at: number; length: number; byte: number };

/** One to five damages, at places given as shares of the file's length. */
export const damages: fc.Arbitrary<Damage[]> = fc.array(
  fc.record({
    // Files are rarely cut, for then the rest cannot be damaged.
    kind: fc.constantFrom('replace', 'replace', 'remove', 'repeat', 'repeat', 'cut'),
    at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    length: fc.integer({ min: 1, max: 200 }),
    byte: fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(...Buffer.from('<>&"/!\0]'))),
  }),
  { minLength: 1, maxLength: 5 },
);

/** Returns the bytes with the damage done. */
export function damage(bytes: Buffer, all: readonly Damage[]): Buffer {
  let damaged = bytes;
  for (const { kind, at, length, byte } of all) {
    const from = Math.floor(at * damaged.length);
    const piece = damaged.subarray(from, from + length);
    const rest = damaged.subarray(from + length);
    const before = damaged.subarray(0, from);
    if (kind === 'replace')
      damaged = Buffer.concat([before, Buffer.from([byte]), damaged.subarray(from + 1)]);
    else if (kind === 'cut') damaged = before;
    else damaged = Buffer.concat(kind === 'remove' ? [before, rest] : [before, piece, piece, rest]);
  }
  return damaged;
}

/** Unpacks the parts of a zip archive. */
export async function unzip(bytes: Buffer): Promise<Map<string, Buffer>> {
  const parts = new Map<string, Buffer>();
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
  for await (const entry of zip.eachEntry()) {
    parts.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  zip.close();
  return parts;
}

/** Packs parts into a zip archive, in their order. */
export function zip(parts: Iterable<readonly [string, Buffer | string]>): Promise<Buffer> {
  const file = new ZipFile();
  for (const [name, content] of parts) file.addBuffer(Buffer.from(content), name, { compress: false });
  file.end();
  return buffer(file.outputStream);
}

/** Asserts that a file is read, its turns covering its text without a gap, or refused in a sentence. */
export async function expectReadOrRefused(name: string, bytes: Buffer): Promise<void> {
  try {
    const { text, turns, comments } = await parseTranscriptFile({ name, bytes });
    expect(turns[0]?.start).toBe(0);
    expect(turns.at(-1)?.end).toBe(text.length);
    turns.slice(1).forEach(({ start }, index) => {
      expect(start).toBe(turns[index]?.end);
    });
    for (const { start, end } of comments) expect(text.slice(start, end)).not.toBe('');
    expect(text.isWellFormed()).toBe(true);
  } catch (error) {
    if (!(error instanceof ImportFileError)) throw error;
    expect(error.message).toMatch(/^“[^”]+”.*\.$/s);
    expect(error.message).not.toContain('Error');
  }
}
