import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ImportFileError } from '../../../../electron/import/import-file-error.ts';
import { parseTranscriptFile } from '../../../../electron/import/transcript-file.ts';

const folder = join(import.meta.dirname, '../../../fixtures/transcripts');
const names = [
  'pdf-arabic.pdf',
  'pdf-chinese.pdf',
  'pdf-two-columns.pdf',
  'pdf-owner-password.pdf',
  'pdf-scan.pdf',
];
const originals = names.map((name) => new Uint8Array(readFileSync(join(folder, name))));
const hasHeader = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-1');

const unhandled: unknown[] = [];
const remember = (reason: unknown) => unhandled.push(reason);
beforeAll(() => {
  process.on('unhandledRejection', remember);
});
afterAll(() => {
  process.off('unhandledRejection', remember);
});

/** A PDF with some bytes overwritten, or cut off, or with a piece of it doubled. */
const mutated = fc
  .record({
    original: fc.constantFrom(...originals),
    changes: fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.nat(255) }), {
      maxLength: 40,
    }),
    length: fc.oneof(fc.constant(1), fc.double({ min: 0.02, max: 1, noNaN: true })),
    doubled: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  })
  .map(({ original, changes, length, doubled }) => {
    const bytes = original.slice(0, Math.ceil(original.length * length));
    for (const { at, byte } of changes) bytes[Math.max(8, Math.floor(at * bytes.length))] = byte;
    if (doubled === null) return bytes;
    const cut = Math.floor(doubled * bytes.length);
    return new Uint8Array(Buffer.concat([bytes.subarray(0, cut), bytes.subarray(cut >> 1)]));
  })
  .filter(hasHeader);

describe('a damaged PDF', () => {
  it('is read or refused with one sentence about the file, and nothing else happens', async () => {
    await fc.assert(
      fc.asyncProperty(mutated, async (bytes) => {
        const read = await parseTranscriptFile({ name: 'broken.pdf', bytes }).catch(
          (error: unknown) => error,
        );
        if (read instanceof Error) {
          expect(read).toBeInstanceOf(ImportFileError);
          expect(read.message).toMatch(/^“broken\.pdf” [^\n]{20,300}\.$/);
        }
      }),
      { numRuns: Number(process.env.CASEBENCH_FUZZ_RUNS ?? 60) },
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(unhandled).toEqual([]);
  }, 120_000);
});
