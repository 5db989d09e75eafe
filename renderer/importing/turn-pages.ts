import { turnsOfPage } from '../state/queries.ts';

/** Returns the pages in which turns from one place to another stand, both counted from 0 and included. */
export function listPages(from: number, to: number): number[] {
  const first = Math.floor(from / turnsOfPage);
  const last = Math.floor(Math.max(from, to) / turnsOfPage);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
