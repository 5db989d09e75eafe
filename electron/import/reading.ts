import { countWords } from '../../db/model/words.ts';
import { ImportFileError } from './import-file-error.ts';
import type { ParsedTranscript, ReadOptions, SourceFile } from './parsed-transcript.ts';
import { SpeakerPatternError } from './speakers/pattern.ts';
import { loadFile } from './study-files.ts';
import { parseTranscriptFile } from './transcript-file.ts';

/**
 * A file to be read: for its transcript, its bytes, or both. A file whose content still has the hash `knownHash` need
 * not be parsed again.
 */
export type ReadingJob = {
  path: string;
  options: ReadOptions;
  knownHash: string | null;
  withBytes: boolean;
};

/** A file as it was read: `sha256` is of its bytes, in hexadecimal digits. */
export type ReadFile = { path: string; name: string; sha256: string };

/** A file as an import stores it, and the number of words of its text. */
export type ReadTranscript = { parsed: ParsedTranscript; words: number };

/** `transcript` is null when the content is the known one, `bytes` when nobody asked for them. */
export type Reading = { file: ReadFile; transcript: ReadTranscript | null; bytes: Uint8Array | null };

/** Returns what the study stores of a file that was read, beside its bytes. */
export function toStoredFields({ file, parsed, words }: ReadTranscript & { file: ReadFile }) {
  return {
    fileName: file.name,
    mediaType: parsed.mediaType,
    charset: parsed.charset,
    sha256: file.sha256,
    words,
    text: parsed.text,
  };
}

/** Loads a file and parses it. Throws an ImportFileError when it cannot be read, by the wished pattern for instance. */
export async function readNow({ path, options, knownHash, withBytes }: ReadingJob): Promise<Reading> {
  const { bytes, ...file } = loadFile(path);
  const kept = withBytes ? bytes : null;
  if (file.sha256 === knownHash) return { file, transcript: null, bytes: kept };
  const parsed = await parse({ name: file.name, bytes }, options);
  return { file, transcript: { parsed, words: countAllWords(parsed) }, bytes: kept };
}

async function parse(file: SourceFile, options: ReadOptions): Promise<ParsedTranscript> {
  try {
    return await parseTranscriptFile(file, options);
  } catch (error) {
    if (error instanceof ImportFileError) throw error;
    if (error instanceof SpeakerPatternError) throw ImportFileError.restore(file.name, error.message);
    // What nobody foresaw about one file is no reason to give up the others.
    throw new ImportFileError(file.name, 'cannot be read: save its text as .docx or .txt and import that');
  }
}

/**
 * Returns the number of words of a transcript: that of its whole text, put together from the words of its speakers, which
 * are counted already. A label or time ends before the words do, so no word is cut in two.
 */
export function countAllWords({ text, turns, speakers }: ParsedTranscript): number {
  // Marks of f4 among the words are none of a speaker's.
  if (text.includes('#')) return countWords(text);
  const spoken = speakers.reduce((sum, { words }) => sum + words, 0);
  return turns.reduce(
    (sum, { label, start, textStart, end }) =>
      sum + countWords(text, start, label === null ? end : textStart),
    spoken,
  );
}
