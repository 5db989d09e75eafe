import { statuses } from '../../db/model/coding.ts';
import type { WriteHandle } from '../../db/sql.ts';
import { ensureCoder } from '../../db/tables/coders.ts';
import { insertOpenCode, listCodes } from '../../db/tables/codes.ts';
import { applyCode } from '../../db/tables/codings.ts';
import { getTranscriptText } from '../../db/tables/transcripts.ts';
import { writeTranscript } from './corpus.ts';
import { between, pick, type Random, seededRandom } from './random.ts';

/** A transcript to open: its words and how many codings lie on it. */
export type WindowText = { name: string; words: number; codings: number };

/** The sizes the targets are stated for. */
const sizes = [
  { words: 7_000, codings: 40 },
  { words: 7_000, codings: 200 },
  { words: 7_000, codings: 1_000 },
  { words: 60_000, codings: 5_000 },
];

/**
 * How many texts there are of each size: a text is opened for the first time only once. All of them have their row
 * in the list, which draws what is in view and some rows beyond.
 */
const copies = 3;

/** The texts by size. */
export const windowTexts: readonly (readonly WindowText[])[] = sizes.map((size, sizeIndex) =>
  Array.from({ length: copies }, (_, copy) => ({ ...size, name: nameOf(sizeIndex * copies + copy + 1) })),
);

/** A short text that is opened in between, so that each opening begins from another transcript. */
export const restingText: WindowText = { name: nameOf(0), words: 300, codings: 4 };

function nameOf(index: number): string {
  const day = String(index + 1).padStart(2, '0');
  return `A_P${day}_2021-01-${day}`;
}

/** Returns the words of a text, the same on every machine. */
export function writeWindowText({ name, words }: WindowText): string {
  return writeTranscript([participantOf(name)], seededRandom(`window ${name}`), words);
}

const participantOf = (name: string) => name.split('_')[1] ?? 'P1';

/** Puts the codings on their transcripts: 20 to 400 units each, by two coders, a third of them on items of the scheme. */
export function codeWindowTexts(write: WriteHandle, transcriptIds: ReadonlyMap<string, number>): void {
  const items = listCodes(write).flatMap(({ id, kind }) => (kind === 'open' ? [] : [id]));
  const open = Array.from({ length: 24 }, (_, index) =>
    insertOpenCode(write, { name: `Theme ${index + 1}` }),
  );
  const coders = ['A', 'B'].map((name) => ensureCoder(write, name));
  for (const wish of [...windowTexts.flat(), restingText]) {
    const transcriptId = transcriptIds.get(wish.name);
    if (transcriptId === undefined) throw new Error(`${wish.name} was not imported.`);
    const text = getTranscriptText(write, transcriptId);
    const random = seededRandom(`window codings ${wish.name}`);
    for (let count = 0; count < wish.codings; count++) {
      const coding = drawCoding(random, text.length, count % 3 === 0 ? items : open, coders);
      applyCode(write, { ...coding, transcriptId }, text);
    }
  }
}

function drawCoding(random: Random, length: number, codes: readonly number[], coders: readonly number[]) {
  const start = between(random, 0, length - 410);
  return {
    start,
    end: start + between(random, 20, 400),
    codeId: pick(random, codes),
    coderId: pick(random, coders),
    status: pick(random, statuses),
    evidence: 'affirmation' as const,
    comment: '',
  };
}
