import { countWords } from '../../db/model/words.ts';
import type { Study } from '../../db/study.ts';
import type { LoadedFile } from './study-files.ts';
import { type ParsedTranscript, parseTranscriptFile } from './transcript-file.ts';

/** A file as an import stores it, and the number of words of its text. */
export type ReadTranscript = { parsed: ParsedTranscript; words: number };

/** What is kept between preview and import, in UTF-16 units of text: a study of some 1,500 long interviews. */
const mostUnits = 64 * 1024 * 1024;

type Kept = { units: number; transcripts: Map<string, ReadTranscript> };
const keptOf = new WeakMap<Study, Kept>();

/**
 * Reads a file for its preview and keeps what was read, since the import that follows needs the same. When there is
 * too much to keep, later files are read anew. Throws an ImportFileError when the file cannot be read.
 */
export async function readAhead(study: Study, file: LoadedFile): Promise<ReadTranscript> {
  const read = await readNow(file);
  const kept = keptOf.get(study) ?? { units: 0, transcripts: new Map<string, ReadTranscript>() };
  keptOf.set(study, kept);
  const units = read.parsed.text.length;
  if (!kept.transcripts.has(keyOf(file)) && kept.units + units <= mostUnits) {
    kept.units += units;
    kept.transcripts.set(keyOf(file), read);
  }
  return read;
}

/**
 * Returns what the preview read of a file with this very name and content, or else reads it now. Throws an
 * ImportFileError when the file cannot be read.
 */
export async function readForImport(study: Study, file: LoadedFile): Promise<ReadTranscript> {
  return keptOf.get(study)?.transcripts.get(keyOf(file)) ?? (await readNow(file));
}

/** Lets go of what previews of this study have kept; called when an import has ended. */
export function forgetReadAhead(study: Study): void {
  keptOf.delete(study);
}

async function readNow(file: LoadedFile): Promise<ReadTranscript> {
  const parsed = await parseTranscriptFile(file);
  return { parsed, words: countWords(parsed.text) };
}

/** The name counts too: its extension tells Markdown from plain text. */
function keyOf({ name, sha256 }: LoadedFile): string {
  return `${sha256} ${name}`;
}
