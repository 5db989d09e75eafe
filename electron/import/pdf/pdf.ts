import { ImportFileError } from '../import-file-error.ts';
import type { ReadText, SourceFile, TranscriptFormat } from '../parsed-transcript.ts';
import { toStoredText } from '../text/stored-text.ts';
import { type PdfDocument, withPdf } from './library.ts';
import { describeLeftOut, listPages } from './notes.ts';
import { type PdfPage, readPages } from './pages.ts';
import { surveyStreams } from './streams.ts';
import { toPdfText } from './text.ts';

// What no reader sees: private characters, the mark for an unknown one, and control characters but for white space.
const unreadable = /[\p{Co}\p{Cn}\ufffd]|(?=\p{Cc})\S/gu;

/** PDF, whose paragraphs are put together again from where the words stand on its pages. */
export const pdf: TranscriptFormat = {
  name: 'PDF',
  isFormatOf: ({ bytes }) => /%PDF-\d\.\d/.test(Buffer.from(bytes.subarray(0, 1024)).toString('latin1')),
  async read(file) {
    const { isTooLarge, isNested } = await surveyStreams(file.bytes);
    if (isTooLarge) {
      throw new ImportFileError(
        file.name,
        'would unpack to far more than a transcript holds: open it in a PDF reader, print it to a new PDF and import that',
      );
    }
    return withPdf(file, async (document) =>
      toReadText(file, document, await readPages(document, !isNested)),
    );
  },
};

async function toReadText(
  file: SourceFile,
  document: PdfDocument,
  pages: readonly PdfPage[],
): Promise<ReadText> {
  await refuseUnreadable(file, document, pages);
  const { text: joined, boldHeads, comments, ...left } = toPdfText(pages);
  // Characters are replaced one for one, so that offsets stay.
  const visible = joined.replace(unreadable, (character) => '\ufffd'.repeat(character.length));
  const { text, notes } = toStoredText(visible);
  return {
    text,
    mediaType: 'application/pdf',
    charset: null,
    boldHeads,
    speechEnd: text.length,
    comments,
    notes: [...notes, ...describeLeftOut(pages, { ...left, unreadable: countUnreadable(joined) })],
  };
}

/** Throws an ImportFileError for a PDF whose text is not in it as text. */
async function refuseUnreadable(
  file: SourceFile,
  document: PdfDocument,
  pages: readonly PdfPage[],
): Promise<void> {
  const problem = await findProblem(document, pages);
  if (problem !== undefined) throw new ImportFileError(file.name, problem);
}

async function findProblem(document: PdfDocument, pages: readonly PdfPage[]): Promise<string | undefined> {
  if (document.isPureXfa)
    return 'is a form that only Adobe Reader shows: print it to a new PDF there and import that';
  const texts = pages.flatMap(({ pieces }) => pieces.map(({ text }) => text));
  const letters = texts.reduce((sum, text) => sum + text.length, 0);
  const unreadable = texts.reduce((sum, text) => sum + countUnreadable(text), 0);
  if (unreadable > 0.1 * letters) {
    return 'does not say which letters its text is made of: run text recognition (OCR) on it, for instance with OCRmyPDF or Acrobat, and import the result';
  }
  if (letters < 400 && (await document.getAttachments()) !== null) {
    return 'is a collection of other files (a PDF portfolio): save the files in it one by one and import those';
  }
  const pictures = pages.filter(({ isPicture }) => isPicture);
  // A scan may have a stamp or a number on its pages that is text.
  const isScan = pictures.length > 0 && letters < 20 * pages.length && pictures.length >= pages.length / 2;
  if (!isScan) return undefined;
  return `holds pictures of pages and no text (${listPages(pictures)}): run text recognition (OCR) on it first, for instance with OCRmyPDF or Acrobat, and import the result`;
}

function countUnreadable(text: string): number {
  return text.match(unreadable)?.length ?? 0;
}
