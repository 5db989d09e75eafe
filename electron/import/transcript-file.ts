import { subRip, subViewer, webVtt } from './captions/captions.ts';
import { subStation } from './captions/sub-station.ts';
import { refuseForeignFile } from './foreign-file.ts';
import { html } from './html/html.ts';
import { ImportFileError } from './import-file-error.ts';
import { odt } from './odt/odt.ts';
import type { ParsedTranscript, ReadOptions, SourceFile, TranscriptFormat } from './parsed-transcript.ts';
import { pdf } from './pdf/pdf.ts';
import { rtf } from './rtf/rtf.ts';
import { findSpeakers } from './speakers/rules.ts';
import { csvTranscript } from './speech/csv-transcript.ts';
import { whisperJson } from './speech/whisper-json.ts';
import { markdown } from './text/markdown.ts';
import { plainText } from './text/plain-text.ts';
import { docx } from './word/docx.ts';

export { ImportFileError } from './import-file-error.ts';
export type {
  ParsedTranscript,
  ReadOptions,
  SourceFile,
} from './parsed-transcript.ts';

// The first that recognises a file reads it; plain text takes what is left.
const formats: readonly TranscriptFormat[] = [
  pdf,
  odt,
  docx,
  html,
  rtf,
  webVtt,
  subRip,
  subViewer,
  subStation,
  whisperJson,
  csvTranscript,
  markdown,
  plainText,
];

/**
 * Reads a transcript from the bytes of a file: its stored text (no byte order mark, LF only, no NUL), its turns
 * and its speaker labels. The content decides on the format, except between plain text and Markdown, which only
 * the extension tells apart. Throws an ImportFileError, and nothing else, when the file cannot be read, and a
 * SpeakerPatternError when the researcher's pattern for speakers is none.
 */
export async function parseTranscriptFile(
  file: SourceFile,
  options: ReadOptions = {},
): Promise<ParsedTranscript> {
  if (file.bytes.length === 0) throw new ImportFileError(file.name, 'is empty: choose another file');
  refuseForeignFile(file);
  const read = await readText(file, options);
  if (read.text.trim() === '') {
    throw new ImportFileError(file.name, 'contains no text: check whether it is the right file');
  }
  const found = findSpeakers(read, options.speakers);
  const { boldHeads, speechEnd, comments = [], isCharsetGuessed = false, ...kept } = read;
  return { ...kept, isCharsetGuessed, comments, ...found };
}

async function readText(file: SourceFile, options: ReadOptions) {
  const format = formats.find((candidate) => candidate.isFormatOf(file)) ?? plainText;
  try {
    return { format: format.name, ...(await format.read(file, options)) };
  } catch (error) {
    if (error instanceof ImportFileError) throw error;
    // A library's own message is of no use to a researcher and may quote the transcript.
    throw new ImportFileError(
      file.name,
      'is damaged: open it in the program it comes from and save it again',
    );
  }
}
