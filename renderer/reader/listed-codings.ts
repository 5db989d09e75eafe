import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { Coding } from '../../electron/ipc/contract/transcripts.ts';
import { titleOfCode } from '../codes/code-branches.ts';
import { foldText } from '../codes/code-search.ts';

/** How the list of codings can stand: in the order of the text, by code in the scheme's order, by coder, newest first. */
export const codingOrders = ['place', 'code', 'coder', 'date'] as const;
export type CodingOrder = (typeof codingOrders)[number];

type Named = {
  codes: ReadonlyMap<number, { position: number; code: Code }>;
  coders: ReadonlyMap<number, string>;
};

/**
 * Returns the codings whose code, quote, comment, coder, status or evidence type hold every word of the filter, in the order
 * asked for, and by place where that leaves them equal. Accents and case do not matter. A coding without a known code is left out.
 */
export function arrangeCodings(
  codings: readonly Coding[],
  named: Named,
  filter: string,
  order: CodingOrder,
): Coding[] {
  const words = foldText(filter).split(' ').filter(Boolean);
  const kept = codings.filter((coding) => named.codes.has(coding.codeId) && holds(coding, named, words));
  return kept.sort((left, right) => compareBy(order, named, left, right) || byPlace(left, right));
}

/** Returns codes by id with their places in the list, which is the scheme's order. */
export function indexCodes(codes: readonly Code[]): Named['codes'] {
  return new Map(codes.map((code, position) => [code.id, { code, position }]));
}

function holds(coding: Coding, { codes, coders }: Named, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const code = codes.get(coding.codeId)?.code;
  const { quote, comment, status, evidence } = coding;
  const coder = coders.get(coding.coderId) ?? '';
  const text = foldText([code ? titleOfCode(code) : '', quote, comment, coder, status, evidence].join(' '));
  return words.every((word) => text.includes(word));
}

function compareBy(order: CodingOrder, { codes, coders }: Named, left: Coding, right: Coding): number {
  const positionOf = (coding: Coding) => codes.get(coding.codeId)?.position ?? 0;
  if (order === 'code') return positionOf(left) - positionOf(right);
  if (order === 'coder')
    return (coders.get(left.coderId) ?? '').localeCompare(coders.get(right.coderId) ?? '');
  return order === 'date' ? right.createdAt.localeCompare(left.createdAt) : 0;
}

const byPlace = (left: Coding, right: Coding) =>
  left.start - right.start || left.end - right.end || left.id - right.id;
