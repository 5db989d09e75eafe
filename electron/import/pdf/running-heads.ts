import { type PdfRow, toLine } from './lines.ts';

/** A page as far as running heads need it: its rows from the top down. */
export type RowedPage = { number: number; isMirrored: boolean; rows: PdfRow[] };

/** What was left out of pages as no part of their text: the head or foot as on its first page, or the page numbers. */
export type LeftOut = { kind: 'head' | 'foot' | 'numbers'; text: string; pages: number };

type Side = 'head' | 'foot';
type Candidate = { page: RowedPage; row: PdfRow; text: string; isApart: boolean };

const mostLayers = 4;
const roman = /^(?=[ivxl])(x{0,3}|xl|l)(ix|iv|v?i{0,3})$/i;

/**
 * Takes running heads, running feet and page numbers off the pages (which are changed) and returns what they were. What
 * stands at the outermost place of many pages, at the same height, in the same words or with a number that
 * counts the pages, is one; then what stands next to it.
 */
export function removeRunningHeads(pages: readonly RowedPage[]): LeftOut[] {
  return [...removeSide(pages, 'head'), ...removeSide(pages, 'foot')];
}

function removeSide(pages: readonly RowedPage[], side: Side): LeftOut[] {
  const found: LeftOut[] = [];
  let open = pages;
  for (let layer = 0; layer < mostLayers; layer += 1) {
    const candidates = open.flatMap((page) => toCandidate(page, side));
    const groups = groupByKey(candidates);
    const removed = new Map<Candidate, string>();
    for (const [key, group] of groups) {
      if (isRunning(key, group, pages)) for (const one of group) if (!removed.has(one)) removed.set(one, key);
    }
    if (removed.size === 0) break;
    for (const { page } of removed.keys()) {
      if (side === 'head') page.rows.shift();
      else page.rows.pop();
    }
    found.push(...summarize(removed, side));
    open = [...removed.keys()].map(({ page }) => page);
  }
  return found;
}

function toCandidate(page: RowedPage, side: Side): Candidate[] {
  const row = page.rows.at(side === 'head' ? 0 : -1);
  if (row === undefined) return [];
  const inner = page.rows.at(side === 'head' ? 1 : -2);
  const gap = inner === undefined ? Infinity : Math.abs(inner.baseline - row.baseline);
  const { text } = toLine(row.pieces, page.number, page.isMirrored);
  const isSmaller = inner !== undefined && Math.abs(inner.size - row.size) > 0.08 * row.size;
  return text.length > 200 ? [] : [{ page, row, text, isApart: gap > 1.6 * row.size || isSmaller }];
}

/** Groups by height and by words, once as they are and once for each number in them counted from the page. */
function groupByKey(candidates: readonly Candidate[]): Map<string, Candidate[]> {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    for (const key of listKeys(candidate)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [candidate]);
      else group.push(candidate);
    }
  }
  return new Map([...groups].sort(([, one], [, other]) => other.length - one.length));
}

function listKeys({ text, page }: Candidate): string[] {
  const numbers = [...text.matchAll(/\d{1,5}/g)];
  const counted = numbers.slice(0, 8).map((number) => {
    const offset = Number(number[0]) - page.number;
    return `${text.slice(0, number.index)}{${offset}}${text.slice(number.index + number[0].length)}`;
  });
  const bare = text.replace(/^[-–—\s]+|[-–—\s]+$/g, '');
  if (roman.test(bare)) counted.push(`{${fromRoman(bare.toLowerCase()) - page.number}}`);
  return [text, ...counted];
}

function fromRoman(text: string): number {
  const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50 };
  const digits = [...text].map((letter) => values[letter] ?? 0);
  return digits.reduce((sum, value, index) => sum + (value < (digits[index + 1] ?? 0) ? -value : value), 0);
}

/**
 * Decides whether a group is a running head. Words that come back at the edge of pages may also be a turn (`P1: Mhm.`),
 * so they must stand apart from the text or be on nearly all pages between the first and the last that has them.
 */
function isRunning(key: string, group: readonly Candidate[], pages: readonly RowedPage[]): boolean {
  const sameHeight = keepSameHeight(group);
  const [first] = sameHeight;
  if (first === undefined || sameHeight.length < group.length * 0.8) return false;
  const numbers = sameHeight.map(({ page }) => page.number);
  const span = Math.max(...numbers) - Math.min(...numbers) + 1;
  const share = sameHeight.length / span;
  const apart = sameHeight.filter(({ isApart }) => isApart).length / sameHeight.length;
  if (key.includes('{') && isPageNumber(first.text, pages.length)) {
    return sameHeight.length === 1
      ? key.includes('{0}') && apart === 1
      : apart > 0.5 || sameHeight.length > 2;
  }
  if (sameHeight.length < 2 || pages.length < 2) return false;
  if (sameHeight.length === 2)
    return apart === 1 && pages.length <= 4 && !/^\p{L}[^:]{0,40}:(?:\s|$)/u.test(first.text);
  return apart > 0.6 ? share > 0.3 : share > 0.8 && sameHeight.length > 3;
}

function keepSameHeight(group: readonly Candidate[]): Candidate[] {
  const heights = group.map(({ row }) => row.baseline).toSorted((one, other) => one - other);
  const middle = heights[Math.floor(heights.length / 2)] ?? 0;
  return group.filter(({ row }) => Math.abs(row.baseline - middle) < 3);
}

/** `3`, `- 3 -`, `3/12`, `Page 3 of 12`, `Seite 3 von 12`, `iv`. */
function isPageNumber(text: string, pageCount: number): boolean {
  const bare = text.replace(/^[-–—|[(\s]+|[-–—|\])\s]+$/g, '');
  if (roman.test(bare)) return pageCount > 2;
  return /^(?:\p{L}{1,7}\.?\s?)?\d{1,5}(?:\s?(?:\/|of|von|de|sur|di|van|av|z|из|共)\s?\d{1,5})?(?:\s?\p{Script=Han})?$/iu.test(
    bare,
  );
}

function summarize(removed: ReadonlyMap<Candidate, string>, side: Side): LeftOut[] {
  const byKey = new Map<string, LeftOut>();
  for (const [{ text }, key] of removed) {
    const isNumber = isPageNumber(text, Number.MAX_SAFE_INTEGER);
    const known = byKey.get(isNumber ? '' : key);
    if (known === undefined)
      byKey.set(isNumber ? '' : key, { kind: isNumber ? 'numbers' : side, text, pages: 1 });
    else known.pages += 1;
  }
  return [...byKey.values()];
}
