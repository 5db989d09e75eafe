import { ImportFileError } from '../import-file-error.ts';
import type { ReadOptions, ReadText, SourceFile, TranscriptFormat } from '../parsed-transcript.ts';
import { decodeText } from '../text/charset.ts';
import { plainText } from '../text/plain-text.ts';
import { type Cue, writeCues } from './cues.ts';
import { findSegments } from './json-segments.ts';
import { at } from './json-values.ts';
import { readAmazon, readAzure, readDeepgram, readGoogle, readRev, readSpeechmatics } from './json-words.ts';

/** JSON as Whisper, programs built on it and transcription services write it. */
export const whisperJson: TranscriptFormat = { name: 'Whisper (JSON)', isFormatOf, read };

const begins = /^(?:\xef\xbb\xbf)?\s*(?:\{\s*"|\[\s*(?:\{\s*"|\[))/;

function isFormatOf({ name, bytes }: SourceFile): boolean {
  const head = Buffer.from(bytes.subarray(0, 1000)).toString('latin1');
  return begins.test(head) || /\.jsonl?$/i.test(name);
}

async function read(file: SourceFile, options: ReadOptions): Promise<ReadText> {
  const decoded = decodeText(file, options.charset);
  const root = parse(decoded.text);
  if (root === undefined && !/\.jsonl?$/i.test(file.name)) {
    return { ...(await plainText.read(file, options)), format: plainText.name };
  }
  if (root === undefined) throw new ImportFileError(file.name, damaged);
  const cues = findCues(root);
  const whole = at(root, 'text');
  if (cues.length === 0 && typeof whole !== 'string') throw new ImportFileError(file.name, unknown);
  const isWithoutTimes = cues.length === 0;
  const { text, turns } = writeCues(isWithoutTimes ? [toCue(whole)] : cues);
  return {
    text,
    turns,
    mediaType: 'application/json',
    charset: decoded.charset,
    isCharsetGuessed: decoded.isGuessed,
    boldHeads: [],
    speechEnd: text.length,
    notes: [...(isWithoutTimes ? ['The file has no time marks.'] : []), ...decoded.notes],
  };
}

const damaged = 'is damaged JSON, perhaps cut off: export the transcript again';
const unknown =
  'is JSON without a transcript that is known here: export the transcript as .vtt, .docx or .txt and import that';

/** Reads JSON, or a line of JSON for each segment; undefined when it is neither. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return parseLines(text);
  }
}

function parseLines(text: string): unknown[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  try {
    return lines.length > 1 ? lines.map((line): unknown => JSON.parse(line)) : undefined;
  } catch {
    return undefined;
  }
}

function findCues(root: unknown): Cue[] {
  const readers = [findService(root), findSegments, readDeepgram];
  for (const reader of readers) {
    const cues = reader?.(root).filter(({ text }) => text.trim() !== '') ?? [];
    if (cues.length > 0) return cues;
  }
  return [];
}

/** Tells the services whose files have no segments, by the members that only they have. */
function findService(root: unknown): ((root: unknown) => Cue[]) | undefined {
  if (at(root, 'monologues') !== undefined) return readRev;
  if (at(root, 'recognizedPhrases') !== undefined) return readAzure;
  if (at(root, 'results', 'items') !== undefined) return readAmazon;
  if (at(root, 'results', 'utterances') !== undefined) return undefined;
  const first = at(root, 'results', 0) ?? at(root, 'response', 'results', 0);
  if (at(first, 'alternatives', 0, 'content') !== undefined) return readSpeechmatics;
  if (at(first, 'alternatives') !== undefined) return readGoogle;
  return undefined;
}

function toCue(text: unknown): Cue {
  return { start: null, end: null, speaker: null, text: typeof text === 'string' ? text : '' };
}
