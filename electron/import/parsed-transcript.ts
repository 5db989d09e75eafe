import type { Span } from '../../db/model/span.ts';

/** A file as it was read from disk; `name` is its name without folders. */
export type SourceFile = { name: string; bytes: Uint8Array };

/** What the researcher may decide before a file is read: the character set of a plain-text file. */
export type ReadOptions = { charset?: string };

/**
 * A turn of a transcript. Offsets are UTF-16 code units of the stored text, end exclusive. The turn covers label,
 * time and words; `textStart` is where the words begin. `time` is written as in the file, without its brackets.
 */
export type ParsedTurn = {
  start: number;
  end: number;
  label: string | null;
  time: string | null;
  textStart: number;
};

/**
 * A distinct speaker label with what helps to recognise the speaker. `isDoubtful` says that the label may be no
 * speaker at all (a word with a colon that occurs once); `isInterviewer` that it is a usual word for one.
 */
export type SpeakerLabel = {
  label: string;
  turns: number;
  words: number;
  firstWords: string;
  isDoubtful: boolean;
  isInterviewer: boolean;
};

/** A file turned into what a study stores. The turns cover the text from its start to its end, without gaps. */
export type ParsedTranscript = {
  text: string;
  mediaType: string;
  charset: string | null;
  turns: ParsedTurn[];
  speakers: SpeakerLabel[];
  notes: string[];
};

/**
 * What a format makes of a file: the stored text, the bold passages with which lines begin (`boldHeads`, spans in
 * UTF-16 units), which are a sign of speaker labels, and the offset `speechEnd` behind which nobody speaks (footnotes).
 * `notes` are sentences about what was left out or changed.
 */
export type ReadText = {
  text: string;
  mediaType: string;
  charset: string | null;
  boldHeads: Span[];
  speechEnd: number;
  notes: string[];
};

/** A file format: recognises its files and reads them. The first format that recognises a file reads it. */
export type TranscriptFormat = {
  isFormatOf(file: SourceFile): boolean;
  read(file: SourceFile, options: ReadOptions): Promise<ReadText>;
};
