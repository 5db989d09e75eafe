import type { ReadText, SourceFile } from '../parsed-transcript.ts';
import { decodeText } from './charset.ts';
import { toStoredText } from './stored-text.ts';

type DecodedFile = Required<Pick<ReadText, 'text' | 'charset' | 'isCharsetGuessed' | 'notes'>>;

/** Decodes a file of text and returns it as a study stores text. Throws what `decodeText` throws. */
export function readFileOfText(file: SourceFile, chosen: string | undefined): DecodedFile {
  const { text: decoded, charset, isGuessed, notes } = decodeText(file, chosen);
  const stored = toStoredText(decoded);
  return { text: stored.text, charset, isCharsetGuessed: isGuessed, notes: [...notes, ...stored.notes] };
}
