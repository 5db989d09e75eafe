import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { damage, damages, expectReadOrRefused } from '../../support/damaged-files.ts';

const folder = join(import.meta.dirname, '../../fixtures/transcripts');
const notTranscripts = /(?:\.expected\.json|\.py|\.sh|^ORIGIN\.md)$/;
const transcripts = readdirSync(folder).filter((name) => !notTranscripts.test(name));
const byFormat = Map.groupBy(transcripts, (name) => extname(name).toLowerCase());

// A PDF takes a hundred times as long as a text.
const runsOf = (format: string) => (format === '.pdf' ? 40 : 300);

describe.each([...byFormat])('damaged files of the format %s', (format, names) => {
  it('are read, their turns covering the text, or refused in a sentence', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), damages, async (name, all) => {
        await expectReadOrRefused(name, damage(readFileSync(join(folder, name)), all));
      }),
      { numRuns: runsOf(format) },
    );
  });
});
