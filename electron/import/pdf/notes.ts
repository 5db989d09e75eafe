import type { PdfPage } from './pages.ts';
import type { LeftOut } from './running-heads.ts';

/** Says in sentences for the researcher what of the pages is not in the text. */
export function describeLeftOut(
  pages: readonly PdfPage[],
  {
    leftOut,
    numberedPages,
    unreadable,
  }: { leftOut: readonly LeftOut[]; numberedPages: number; unreadable: number },
): string[] {
  const notes = leftOut.map(describeRunning);
  if (numberedPages > 0) notes.push(`Left out on ${countPages(numberedPages)}: the numbers at the margin.`);
  const turned = pages.filter((page) => page.turned > 0);
  if (turned.length > 0) {
    notes.push(
      `Left out on ${countPages(turned.length)}: text that stands at an angle, such as a watermark.`,
    );
  }
  const pictures = pages.filter(({ isPicture }) => isPicture);
  if (pictures.length > 0) {
    notes.push(
      `No text was found on ${listPages(pictures)}: run text recognition (OCR) on the PDF if there is any.`,
    );
  }
  const filled = pages.reduce((sum, { filledFields }) => sum + filledFields, 0);
  if (filled > 0) {
    notes.push(
      `Left out: what is filled in in ${filled === 1 ? '1 field' : `${filled} fields`} of a form. Print the PDF to a new PDF to have it in the text.`,
    );
  }
  if (unreadable > 0) notes.push(`Characters that the PDF does not name were replaced by �: ${unreadable}.`);
  return notes;
}

function describeRunning({ kind, text, pages }: LeftOut): string {
  const what = { head: 'the running head', foot: 'the running foot', numbers: 'the page number' }[kind];
  return `Left out on ${countPages(pages)}: ${what} “${text}”.`;
}

function countPages(count: number): string {
  return count === 1 ? '1 page' : `${count} pages`;
}

/** Names pages, such as `page 3` or `pages 1–4, 7`. */
export function listPages(pages: readonly { number: number }[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const { number } of pages) {
    const last = ranges.at(-1);
    if (last !== undefined && last.to === number - 1) last.to = number;
    else ranges.push({ from: number, to: number });
  }
  const names = ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`));
  return `${pages.length === 1 ? 'page' : 'pages'} ${names.join(', ')}`;
}
