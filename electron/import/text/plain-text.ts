import type { ReadOptions, ReadText, SourceFile, TranscriptFormat } from '../parsed-transcript.ts';
import { readFileOfText } from './read-text.ts';

/** Plain text: stored as it came, in whatever character set it is written. */
export const plainText: TranscriptFormat = { name: 'Plain text', isFormatOf: () => true, read };

async function read(file: SourceFile, options: ReadOptions): Promise<ReadText> {
  const { notes, ...read } = readFileOfText(file, options.charset);
  return {
    ...read,
    mediaType: 'text/plain',
    boldHeads: [],
    speechEnd: read.text.length,
    notes: [...listNameNotes(file.name), ...notes],
  };
}

/** The content decides, but somebody who expects a Word file should know that there is none. */
function listNameNotes(name: string): string[] {
  return /\.docx$/i.test(name) ? ['The name ends in .docx, but the file holds plain text.'] : [];
}
