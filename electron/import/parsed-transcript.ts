import type { Span } from '../../db/model/span.ts';
import type { SpeakerRule } from '../../db/model/speaker-rule.ts';

/** A file as it was read from disk; `name` is its name without folders. */
export type SourceFile = { name: string; bytes: Uint8Array };

/**
 * What the researcher may decide before a file is read: the character set of a file of text (`windows-1252`), and how
 * its speakers are found.
 */
export type ReadOptions = { charset?: string; speakers?: SpeakerRule };

/**
 * A turn of a transcript. Offsets are UTF-16 code units of the stored text, end exclusive. The turn covers label,
 * time and words; `textStart` is where the words begin. `time` and `endTime`, when the turn begins and ends in the
 * recording, are written as in the file, without brackets; only subtitles and the like tell an end.
 */
export type ParsedTurn = {
  start: number;
  end: number;
  label: string | null;
  time: string | null;
  endTime: string | null;
  textStart: number;
};

/** A comment of the file, such as Word's, on a passage of the stored text (UTF-16 units, end exclusive). */
export type ReadComment = Span & { author: string; date: string | null; text: string };

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
  /** The format in words, such as `Word document`. */
  format: string;
  text: string;
  mediaType: string;
  charset: string | null;
  /** The character set was guessed from the letters, so that somebody should look at them. */
  isCharsetGuessed: boolean;
  turns: ParsedTurn[];
  speakers: SpeakerLabel[];
  comments: ReadComment[];
  notes: string[];
};

/**
 * What a format makes of a file: the stored text, the bold passages with which lines begin (`boldHeads`, spans in
 * UTF-16 units), which are a sign of speaker labels, and the offset `speechEnd` behind which nobody speaks (footnotes).
 * `turns` are given by formats that know who speaks (subtitles, tables with a speaker column); they cover the text, and
 * lines are then not searched for labels. `notes` are sentences about what was left out or changed. `format` is given
 * where a file turned out to be of another format than the one that took it.
 */
export type ReadText = {
  format?: string;
  text: string;
  mediaType: string;
  charset: string | null;
  isCharsetGuessed?: boolean;
  boldHeads: Span[];
  speechEnd: number;
  turns?: ParsedTurn[];
  comments?: ReadComment[];
  notes: string[];
};

/** A file format: recognises its files and reads them. The first format that recognises a file reads it. */
export type TranscriptFormat = {
  /** In words, as the preview shows it: `Word document`. */
  name: string;
  isFormatOf(file: SourceFile): boolean;
  read(file: SourceFile, options: ReadOptions): Promise<ReadText>;
};
