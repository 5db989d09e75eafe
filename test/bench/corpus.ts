import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Status, statuses } from '../../db/model/coding.ts';
import { between, cumulate, logNormal, pick, pickWeighted, type Random, seededRandom } from './random.ts';
import { drawWord } from './vocabulary.ts';

/** Made-up interview studies of three sizes, the same on every machine. */

export const sizes = { S: 15, M: 150, L: 1_000 } as const;
export type Size = keyof typeof sizes;

/** Raised whenever the corpus changes, so that a cached one of before is not taken for it. */
const version = 1;
const wordsEach = 7_000;
const codingsEach = 40;

/** A code of the corpus; `parent` is the index of another one. */
export type CorpusCode = { name: string; parent: number | null };
/** `file` and `code` are indexes; offsets are UTF-16 units, end exclusive, and not aligned to words. */
export type CorpusCoding = { file: number; start: number; end: number; code: number; status: Status };
/** `folder` holds the transcripts under the names in `files`. */
export type Corpus = {
  size: Size;
  folder: string;
  files: string[];
  codes: CorpusCode[];
  codings: CorpusCoding[];
  /** The index of the code with the most codings. */
  mostUsed: number;
};

type Plan = { name: string; labels: string[] };

/** Returns the corpus of a size; writes it below `cacheFolder` when it is not there yet. */
export function loadCorpus(size: Size, cacheFolder: string): Corpus {
  const folder = join(cacheFolder, `bench-corpus-${version}`, size);
  if (!existsSync(folder)) {
    // The folder gets its name once it is whole, so that an interrupted run leaves no half corpus.
    const unfinished = `${folder}.part`;
    rmSync(unfinished, { recursive: true, force: true });
    writeCorpus(size, unfinished);
    renameSync(unfinished, folder);
  }
  // Written by writeCorpus of this very version.
  const stored = JSON.parse(readFileSync(join(folder, 'corpus.json'), 'utf8')) as Omit<Corpus, 'folder'>;
  return { ...stored, folder: join(folder, 'transcripts') };
}

function writeCorpus(size: Size, folder: string): void {
  mkdirSync(join(folder, 'transcripts'), { recursive: true });
  const plans = planTranscripts(sizes[size]);
  const codes = listCodes();
  const codeOrder = shuffle(
    codes.map((_, index) => index),
    seededRandom('code order'),
  );
  const codings = plans.flatMap(({ name, labels }, file) => {
    const text = writeTranscript(labels, seededRandom(`text ${name}`));
    writeFileSync(join(folder, 'transcripts', name), text);
    return drawCodings(file, text.length, codeOrder);
  });
  const files = plans.map(({ name }) => name);
  const mostUsed = codeOrder[0] ?? 0;
  writeFileSync(join(folder, 'corpus.json'), JSON.stringify({ size, files, codes, codings, mostUsed }));
}

/**
 * One in five is a workshop of two to six; everybody is heard once and the name of the file says where and when.
 * Sorted by name, which is the order in which a folder is imported.
 */
function planTranscripts(count: number): Plan[] {
  const random = seededRandom('plan');
  const companies = Math.min(26, 2 + Math.ceil(count / 50));
  const last = { P: 0, W: 0 };
  const plans = Array.from({ length: count }, (_, index) => {
    const persons = random() < 0.8 ? 1 : between(random, 2, 6);
    const letter = persons === 1 ? 'P' : 'W';
    const labels = Array.from({ length: persons }, () => `${letter}${++last[letter]}`);
    const company = String.fromCharCode(65 + (index % companies));
    const date = new Date(Date.UTC(2021, 0, 4 + index)).toISOString().slice(0, 10);
    const ids = persons === 1 ? labels[0] : `${labels[0]}-${labels.at(-1)}`;
    return { name: `${company}_${ids}_${date}.txt`, labels };
  });
  return plans.sort((left, right) => (left.name < right.name ? -1 : 1));
}

/** One turn a line: short ones of the interviewer (`I: `), long ones of the participants. */
export function writeTranscript(labels: readonly string[], random: Random, words = wordsEach): string {
  const lines: string[] = [];
  let isInterviewer = true;
  for (let left = words; left > 0; ) {
    const wished = isInterviewer
      ? between(random, 4, 30)
      : Math.max(3, Math.floor(logNormal(random, 4.1, 0.8)));
    const count = Math.min(left, wished);
    left -= count;
    lines.push(`${isInterviewer ? 'I' : pick(random, labels)}: ${writeTurn(count, isInterviewer, random)}`);
    isInterviewer = labels.length === 1 ? !isInterviewer : random() < 0.3;
  }
  return `${lines.join('\n')}\n`;
}

function writeTurn(count: number, isQuestion: boolean, random: Random): string {
  const words: string[] = [];
  let inSentence = 0;
  for (let index = 0; index < count; index++) {
    const word = drawWord(random);
    const begun = inSentence === 0 ? word.charAt(0).toUpperCase() + word.slice(1) : word;
    inSentence += 1;
    const isLast = index === count - 1;
    if (isLast || (inSentence > 4 && random() < 0.09)) {
      words.push(begun + (isQuestion && isLast ? '?' : '.'));
      inSentence = 0;
    } else words.push(begun + (random() < 0.07 ? (random() < 0.85 ? ',' : ' –') : ''));
  }
  return words.join(' ');
}

/** 60 codes on three levels: 6 themes, 3 topics in each, 2 codes in each of these. */
function listCodes(): CorpusCode[] {
  const codes: CorpusCode[] = [];
  const add = (name: string, parent: number | null) => codes.push({ name, parent }) - 1;
  for (const letter of 'ABCDEF') {
    const theme = add(`Theme ${letter}`, null);
    for (const number of [1, 2, 3]) {
      const topic = add(`Topic ${letter}${number}`, theme);
      for (const leaf of 'xy') add(`Code ${letter}${number}${leaf}`, topic);
    }
  }
  return codes;
}

/** 20 to 400 units each, overlapping freely; some codes are used far more than others. */
function drawCodings(file: number, length: number, codeOrder: readonly number[]): CorpusCoding[] {
  const random = seededRandom(`codings ${file}`);
  const cumulated = cumulate(codeOrder.map((_, rank) => 1 / (rank + 2) ** 0.7));
  const drawn = new Map<string, CorpusCoding>();
  while (drawn.size < codingsEach) {
    const units = between(random, 20, 400);
    const start = between(random, 0, length - units - 1);
    const code = codeOrder[pickWeighted(random, cumulated)] ?? 0;
    const status = pick(random, statuses);
    drawn.set(`${start} ${units} ${code}`, { file, start, end: start + units, code, status });
  }
  return [...drawn.values()];
}

function shuffle<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((entry) => ({ entry, place: random() }))
    .sort((left, right) => left.place - right.place)
    .map(({ entry }) => entry);
}
