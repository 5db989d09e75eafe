import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countWords } from '../../../db/model/words.ts';
import { countAllWords } from '../../../electron/import/reading.ts';
import { parseTranscriptFile } from '../../../electron/import/transcript-file.ts';

const folder = join(import.meta.dirname, '../../fixtures/transcripts');
const notSources = /(?:\.expected\.json|\.py|\.sh|^ORIGIN\.md)$/;
const sources = readdirSync(folder).filter((name) => !notSources.test(name));

/** Set to write the expected file of every source that has none; each is to be read before it is kept. */
const writesMissing = process.env.CASEBENCH_WRITE_PAIRS === 'yes';

/** `zoom.txt` and `zoom.docx` are two cases: the expected file of the second is `zoom.docx.expected.json`. */
function findExpected(name: string): string {
  const whole = join(folder, `${name}.expected.json`);
  const short = join(folder, `${name.replace(/\.[^.]+$/, '')}.expected.json`);
  return existsSync(whole) || !existsSync(short) ? whole : short;
}

/** What a file is read as, in the form of the expected files: turns with their words instead of offsets. */
async function readPair(name: string) {
  try {
    const bytes = readFileSync(join(folder, name));
    const {
      turns,
      comments,
      isCharsetGuessed,
      format: _,
      ...parsed
    } = await parseTranscriptFile({ name, bytes });
    const said = turns.map(({ label, time, endTime, textStart, end }) => ({
      label,
      time,
      ...(endTime === null ? {} : { endTime }),
      says: parsed.text.slice(textStart, end),
    }));
    const remarks = comments.map(({ start, end, ...comment }) => ({
      on: parsed.text.slice(start, end),
      ...comment,
    }));
    return {
      ...parsed,
      ...(isCharsetGuessed ? { isCharsetGuessed } : {}),
      ...(remarks.length === 0 ? {} : { comments: remarks }),
      turns: said,
    };
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) };
  }
}

describe('a transcript file with a known reading', () => {
  it.each(sources)('%s is read as its expected file says', async (name) => {
    const read = await readPair(name);
    const path = findExpected(name);
    if (writesMissing && !existsSync(path)) writeFileSync(path, `${JSON.stringify(read, null, 2)}\n`);
    expect(read).toEqual(JSON.parse(readFileSync(path, 'utf8')));
  });
});

describe('the number of words of a transcript', () => {
  it.each(sources)('of %s is that of its whole text', async (name) => {
    const bytes = readFileSync(join(folder, name));
    const parsed = await parseTranscriptFile({ name, bytes }).catch(() => undefined);
    if (parsed) expect(countAllWords(parsed)).toBe(countWords(parsed.text));
  });
});
