import type { PdfPage, PdfPiece } from '../../electron/import/pdf/pages.ts';

/** How text is set: all lengths in points. A letter is as wide as half its size. */
export type Setting = {
  left: number;
  width: number;
  size: number;
  pitch: number;
  /** Between paragraphs, beyond the pitch. */
  gap: number;
  indent: number;
  linesPerPage: number;
};

export const plainSetting: Setting = {
  left: 70,
  width: 300,
  size: 11,
  pitch: 13,
  gap: 6,
  indent: 0,
  linesPerPage: 40,
};

export function toPiece(
  text: string,
  left: number,
  baseline: number,
  more: Partial<PdfPiece> = {},
): PdfPiece {
  const size = more.size ?? 11;
  return { text, left, right: left + (text.length * size) / 2, baseline, size, isBold: false, ...more };
}

export function toPage(number: number, pieces: PdfPiece[]): PdfPage {
  return {
    number,
    width: 440,
    height: 700,
    pieces,
    turned: 0,
    isPicture: false,
    remarks: [],
    filledFields: 0,
  };
}

/** Breaks a paragraph into lines as word processors do. */
export function breakLines(paragraph: string, { width, size, indent }: Setting): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(' ')) {
    const room = width - (lines.length === 0 ? indent : 0);
    if (line !== '' && ((line.length + 1 + word.length) * size) / 2 > room) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** Sets paragraphs on pages, one piece a line. */
export function setPages(paragraphs: readonly string[], setting: Setting): PdfPage[] {
  const pages: PdfPage[] = [];
  let [row, baseline] = [0, 80];
  for (const paragraph of paragraphs) {
    breakLines(paragraph, setting).forEach((line, index) => {
      if (row % setting.linesPerPage === 0) {
        pages.push(toPage(pages.length + 1, []));
        baseline = 80;
      }
      const left = setting.left + (index === 0 ? setting.indent : 0);
      pages.at(-1)?.pieces.push(toPiece(line, left, baseline, { size: setting.size }));
      row += 1;
      baseline += setting.pitch;
    });
    baseline += setting.gap;
  }
  return pages;
}
