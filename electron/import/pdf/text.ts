import { createLineWriter } from '../documents/line-writer.ts';
import type { ReadComment } from '../parsed-transcript.ts';
import { toBlocks } from './columns.ts';
import { isRightToLeft, toRows } from './lines.ts';
import { removeMarginNumbers } from './margin-numbers.ts';
import type { PdfPage } from './pages.ts';
import { type PdfParagraph, toParagraphs } from './paragraphs.ts';
import { findRemarkPassages } from './remark-passages.ts';
import { type LeftOut, removeRunningHeads } from './running-heads.ts';

/** The text of a PDF, with what was not taken into it. */
export type PdfText = {
  text: string;
  boldHeads: { start: number; end: number }[];
  comments: ReadComment[];
  leftOut: LeftOut[];
  /** The number of pages whose margin had numbers of lines or paragraphs. */
  numberedPages: number;
};

/** Makes the text of pages: one line a paragraph or row of a table. Offsets are UTF-16 units, ends exclusive. */
export function toPdfText(pages: readonly PdfPage[]): PdfText {
  const isMirrored = isRightToLeft(
    pages.flatMap(({ pieces }) => pieces.slice(0, 200).map(({ text }) => text)),
  );
  const shown = isMirrored ? pages.map(mirrorPage) : pages;
  const rowed = shown.map(({ number, width, pieces }) => ({
    number,
    width,
    isMirrored,
    rows: toRows(pieces),
  }));
  // The numbers first, for those of the outermost lines would make running heads of text.
  const numbers = removeMarginNumbers(rowed);
  const leftOut = removeRunningHeads(rowed);
  const blocks = rowed.flatMap(({ number, width, rows }) => {
    const starts = new Set(
      rows.filter((row) => numbers.paragraphStarts.has(row)).map(({ baseline }) => baseline),
    );
    const parts = toBlocks(rows, { page: number, width, isMirrored });
    for (const part of parts)
      if (part.kind === 'lines') for (const line of part.lines) line.isNumbered = starts.has(line.baseline);
    return parts;
  });
  const paragraphs = toParagraphs(blocks);
  return {
    ...writeParagraphs(paragraphs),
    comments: findRemarkPassages(paragraphs, shown),
    leftOut,
    numberedPages: numbers.pages,
  };
}

function writeParagraphs(paragraphs: readonly PdfParagraph[]) {
  const writer = createLineWriter();
  paragraphs.forEach(({ text, boldLength }, index) => {
    if (index > 0) writer.newLine();
    writer.write(text.slice(0, boldLength), true);
    writer.write(text.slice(boldLength), false);
  });
  return writer.finish();
}

/** Counts lengths from the right edge, where lines of Arabic and Hebrew begin. */
function mirrorPage(page: PdfPage): PdfPage {
  const mirror = <T extends { left: number; right: number }>(one: T): T => ({
    ...one,
    left: page.width - one.right,
    right: page.width - one.left,
  });
  const remarks = page.remarks.map((remark) => ({ ...remark, areas: remark.areas.map(mirror) }));
  return { ...page, pieces: page.pieces.map(mirror), remarks };
}
