import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseTranscriptFile } from '../../../electron/import/transcript-file.ts';

const folder = join(import.meta.dirname, '../../fixtures/transcripts');
const sources = readdirSync(folder).filter((name) => /\.(?:docx|md|txt)$/.test(name) && name !== 'ORIGIN.md');

/** What a file is read as, in the form of the expected files: turns with their words instead of offsets. */
async function readPair(name: string) {
  try {
    const bytes = readFileSync(join(folder, name));
    const { turns, ...parsed } = await parseTranscriptFile({ name, bytes });
    const said = turns.map(({ label, time, textStart, end }) => ({
      label,
      time,
      says: parsed.text.slice(textStart, end),
    }));
    return { ...parsed, turns: said };
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) };
  }
}

describe('a transcript file with a known reading', () => {
  it.each(sources)('%s is read as its expected file says', async (name) => {
    const expected = readFileSync(join(folder, `${basename(name, extname(name))}.expected.json`), 'utf8');
    expect(await readPair(name)).toEqual(JSON.parse(expected));
  });
});
