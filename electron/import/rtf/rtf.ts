import { isAscii, isUtf8 } from 'node:buffer';
import { toBuffer } from '../bytes.ts';
import { findTableTurns } from '../documents/table-turns.ts';
import { ImportFileError } from '../import-file-error.ts';
import type { ReadText, SourceFile, TranscriptFormat } from '../parsed-transcript.ts';
import { toStoredText } from '../text/stored-text.ts';
import { RtfDepthError } from './reading.ts';
import { type RtfText, readRtfText } from './text.ts';

/** Rich Text, as Word, LibreOffice, WordPad, TextEdit and f4 write it, whatever the file is called. */
export const rtf: TranscriptFormat = { name: 'Rich Text', isFormatOf, read };

function isFormatOf({ bytes }: SourceFile): boolean {
  return findStart(bytes) !== -1;
}

/** Finds where the document begins: some programs write blanks or a byte order mark before it. */
function findStart(bytes: Uint8Array): number {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  return /^(?:\xef\xbb\xbf)?\s*\{\\rtf/.test(head) ? head.indexOf('{\\rtf') : -1;
}

async function read(file: SourceFile): Promise<ReadText> {
  const bytes = toBuffer(file.bytes);
  const found = readDocument(file.name, bytes);
  // Keeps every offset: the reader leaves out NUL and line ends of other systems itself.
  const { text, notes } = toStoredText(found.text);
  if (found.isCutOff && text.trim() === '') throw new ImportFileError(file.name, damaged);
  const turns = findTableTurns(text, found.tables, found.speechEnd);
  return {
    text,
    mediaType: 'application/rtf',
    charset: null,
    boldHeads: found.boldHeads,
    speechEnd: found.speechEnd,
    ...(turns === undefined ? {} : { turns }),
    comments: found.comments,
    notes: [...listNotes(found), ...notes],
  };
}

const damaged = 'is damaged: open it in the program it comes from and save it again';

function readDocument(fileName: string, bytes: Buffer): RtfText {
  try {
    return readRtfText(bytes, findStart(bytes), !isAscii(bytes) && isUtf8(bytes));
  } catch (error) {
    if (error instanceof RtfDepthError) throw new ImportFileError(fileName, damaged);
    throw error;
  }
}

function listNotes({ counts, isCutOff, isUnbalanced }: RtfText): string[] {
  const notes: string[] = [];
  const add = (count: number, sentence: string) => {
    if (count > 0) notes.push(`${sentence}: ${count}.`);
  };
  if (isCutOff) notes.push('The file breaks off before its end: check the last lines.');
  if (isUnbalanced) notes.push('The file is damaged in places: check its text.');
  add(counts.deletions, 'Passages marked as deleted (tracked changes) were left out');
  add(counts.hidden, 'Passages of hidden text were kept');
  add(counts.margins, 'Page headers and footers were left out');
  add(counts.pictures, 'Pictures were left out');
  add(counts.objects, 'Embedded objects were left out');
  add(counts.formulas, 'Formulas were left out');
  return notes;
}
