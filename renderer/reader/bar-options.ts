import type { Code } from '../../electron/ipc/contract/codes.ts';
import { findCodeByName, rankCodes } from '../codes/code-search.ts';

/** A row of the code bar. `digit` is the key that applies it while nothing is typed. */
export type BarOption =
  | { kind: 'code'; code: Code; digit: number | null; isLast: boolean }
  | { kind: 'new'; name: string };

/** Returns the codes behind the keys 1–9: pinned codes first, in the order they were pinned, then recent ones. */
export function listDigitCodes(
  codes: readonly Code[],
  pinned: readonly number[],
  recent: readonly number[],
): Code[] {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const ids = [...pinned, ...recent.filter((id) => !pinned.includes(id))];
  return ids
    .map((id) => byId.get(id))
    .filter((code) => code !== undefined)
    .slice(0, 9);
}

/**
 * Returns the rows of the code bar. Without a query: the last code, so that Enter repeats it, then the codes of the
 * digit keys, then all others. With a query: the codes it finds, best first, and a new code where none has that name.
 */
export function listBarOptions(
  codes: readonly Code[],
  query: string,
  used: { pinned: readonly number[]; recent: readonly number[] },
): BarOption[] {
  const typed = query.trim();
  if (typed !== '') {
    const found = rankCodes(codes, typed).map((code) => toOption(code, null, false));
    return findCodeByName(codes, typed) ? found : [...found, { kind: 'new', name: typed }];
  }
  const digits = listDigitCodes(codes, used.pinned, used.recent);
  const last = codes.find(({ id }) => id === used.recent[0]);
  const digitOf = (code: Code) => (digits.includes(code) ? digits.indexOf(code) + 1 : null);
  const first = last ? [toOption(last, digitOf(last), true)] : [];
  const pinnedRows = digits
    .filter((code) => code !== last)
    .map((code) => toOption(code, digitOf(code), false));
  const others = codes
    .filter((code) => code !== last && !digits.includes(code))
    .map((code) => toOption(code, null, false));
  return [...first, ...pinnedRows, ...others];
}

const toOption = (code: Code, digit: number | null, isLast: boolean): BarOption => ({
  kind: 'code',
  code,
  digit,
  isLast,
});
