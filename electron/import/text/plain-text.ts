import type { ReadOptions, ReadText, SourceFile, TranscriptFormat } from '../parsed-transcript.ts';
import { decodeText } from './charset.ts';
import { toStoredText } from './stored-text.ts';

/** Plain text: stored as it came, in whatever character set it is written. */
export const plainText: TranscriptFormat = { name: 'Plain text', isFormatOf: () => true, read };

async function read(file: SourceFile, options: ReadOptions): Promise<ReadText> {
  const decoded = decodeText(file, options.charset);
  const { text, notes } = toStoredText(decoded.text);
  return {
    text,
    mediaType: 'text/plain',
    charset: decoded.charset,
    isCharsetGuessed: decoded.isGuessed,
    boldHeads: [],
    speechEnd: text.length,
    notes: [...listNameNotes(file.name), ...decoded.notes, ...notes],
  };
}

/** The content decides, but somebody who expects a Word file should know that there is none. */
function listNameNotes(name: string): string[] {
  return /\.docx$/i.test(name) ? ['The name ends in .docx, but the file holds plain text.'] : [];
}
