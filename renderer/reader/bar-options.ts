import type { Code } from '../../electron/ipc/contract/codes.ts';
import { findCodeByName, rankCodes } from '../codes/code-search.ts';

/** A row of the code bar. `digit` is the key that applies it while nothing is typed. */
export type BarOption =
  | { kind: 'code'; code: Code; digit: number | null; isLast: boolean }
  | { kind: 'new'; name: string };

/** Returns the codes behind the keys 1–9: the pinned ones, in the order they were pinned. */
export function listDigitCodes(codes: readonly Code[], pinned: readonly number[]): Code[] {
  const byId = new Map(codes.map((code) => [code.id, code]));
  return pinned
    .map((id) => byId.get(id))
    .filter((code) => code !== undefined)
    .slice(0, 9);
}

/** How a researcher codes: which codes have digits, which were used last, and in open coding the words for a new one. */
export type BarHabits = {
  pinned: readonly number[];
  recent: readonly number[];
  /** In open coding: the name a new code would have in the words of the passage. Null otherwise. */
  inVivo: string | null;
};

/**
 * Returns the rows of the code bar. Without a query: the last code, so that Enter repeats it, then the codes of the
 * digit keys, the codes used before, and all others. With a query: the codes it finds, best first, and a new code where none
 * has that name. In open coding the new code comes first: the name that was typed, or the words of the passage.
 */
export function listBarOptions(
  codes: readonly Code[],
  query: string,
  { pinned, recent, inVivo }: BarHabits,
): BarOption[] {
  const typed = query.trim();
  const name = typed === '' ? inVivo : typed;
  const made: BarOption[] = name === null || findCodeByName(codes, name) ? [] : [{ kind: 'new', name }];
  if (typed === '') return [...made, ...listUsedFirst(codes, pinned, recent)];
  const found = rankCodes(codes, typed).map((code) => toOption(code, null, false));
  return inVivo === null ? [...found, ...made] : [...made, ...found];
}

function listUsedFirst(
  codes: readonly Code[],
  pinned: readonly number[],
  recentIds: readonly number[],
): BarOption[] {
  const digits = listDigitCodes(codes, pinned);
  const byId = new Map(codes.map((code) => [code.id, code]));
  const recent = recentIds.map((id) => byId.get(id)).filter((code) => code !== undefined);
  const last = recent[0];
  // A set keeps the place where a code stood first.
  const inOrder = new Set([...(last ? [last] : []), ...digits, ...recent, ...codes]);
  return [...inOrder].map((code) =>
    toOption(code, digits.includes(code) ? digits.indexOf(code) + 1 : null, code === last),
  );
}

const toOption = (code: Code, digit: number | null, isLast: boolean): BarOption => ({
  kind: 'code',
  code,
  digit,
  isLast,
});
