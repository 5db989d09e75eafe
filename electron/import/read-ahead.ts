import type { SpeakerRule } from '../../db/model/speaker-rule.ts';
import type { Study } from '../../db/study.ts';
import type { ReadOptions } from './parsed-transcript.ts';
import type { ReadFile, ReadTranscript } from './reading.ts';
import { readFile } from './reading-pool.ts';

/** A file and how it is to be read; null lets the program find out. */
export type WishedReading = { path: string; charset: string | null; rule: SpeakerRule | null };

/** What is kept between preview and import, in UTF-16 units of text: a study of some 1,500 long interviews. */
const mostUnits = 64 * 1024 * 1024;

type Kept = { file: ReadFile; transcript: ReadTranscript };
type Shelf = { units: number; transcripts: Map<string, Kept> };
const shelves = new WeakMap<Study, Shelf>();

/**
 * Reads a file for its preview and keeps what was read, since the import that follows needs the same. When there is
 * too much to keep, later files are read anew. Throws an ImportFileError when the file cannot be read.
 */
export async function readAhead(study: Study, wish: WishedReading, signal?: AbortSignal): Promise<Kept> {
  const { file, transcript } = await readUnlessKept(study, wish, false, signal);
  keep(study, wish, { file, transcript });
  return { file, transcript };
}

/**
 * Returns a file with its bytes, and what the preview read of it if its content is still the same; else it is read
 * now. Throws an ImportFileError when the file cannot be read.
 */
export async function readForImport(
  study: Study,
  wish: WishedReading,
  signal?: AbortSignal,
): Promise<ReadTranscript & { file: ReadFile; bytes: Uint8Array }> {
  const { file, transcript, bytes } = await readUnlessKept(study, wish, true, signal);
  if (!bytes) throw new Error(`“${file.name}” was read without its bytes.`);
  return { ...transcript, file, bytes };
}

/** Loads a file, and parses it when its content is not the one that was kept. */
async function readUnlessKept(
  study: Study,
  wish: WishedReading,
  withBytes: boolean,
  signal: AbortSignal | undefined,
): Promise<Kept & { bytes: Uint8Array | null }> {
  const kept = shelves.get(study)?.transcripts.get(keyOf(wish));
  const { file, transcript, bytes } = await readFile(
    { path: wish.path, options: toOptions(wish), knownHash: kept?.file.sha256 ?? null, withBytes },
    signal,
  );
  const read = transcript ?? kept?.transcript;
  if (!read) throw new Error(`“${file.name}” was read without a result.`);
  return { file, transcript: read, bytes };
}

/** Lets go of what previews of this study have kept; called when an import has ended. */
export function forgetReadAhead(study: Study): void {
  shelves.delete(study);
}

function keep(study: Study, wish: WishedReading, read: Kept): void {
  const shelf = shelves.get(study) ?? { units: 0, transcripts: new Map<string, Kept>() };
  shelves.set(study, shelf);
  const former = shelf.transcripts.get(keyOf(wish));
  const units = shelf.units - unitsOf(former) + unitsOf(read);
  if (units > mostUnits) return;
  shelf.units = units;
  shelf.transcripts.set(keyOf(wish), read);
}

function unitsOf(kept: Kept | undefined): number {
  return kept?.transcript.parsed.text.length ?? 0;
}

function toOptions({ charset, rule }: WishedReading): ReadOptions {
  return { ...(charset === null ? {} : { charset }), ...(rule === null ? {} : { speakers: rule }) };
}

/** To find speakers automatically is what happens when nothing is wished. */
function keyOf({ path, charset, rule }: WishedReading): string {
  return JSON.stringify([path, charset, rule?.kind === 'automatic' ? null : rule]);
}
