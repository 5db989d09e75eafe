import { useMemo } from 'react';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Code, CodeCounts } from '../../electron/ipc/contract/codes.ts';
import { useShownCoders } from '../state/coders.ts';
import { useCodeCounts } from '../state/queries.ts';
import type { Branch } from './code-branches.ts';

/** What the numbers in the tree count. */
export const countables = ['excerpts', 'transcripts', 'persons'] as const;
export type Countable = (typeof countables)[number];

type Counting = {
  what: Countable;
  withSubcodes: boolean;
  count(what: Countable): void;
  setSubcodes(withSubcodes: boolean): void;
};

/** Kept on this computer: how somebody wants to look at codes is no fact of the study. */
export const useCounting = create<Counting>()(
  persist(
    (set) => ({
      what: 'excerpts',
      withSubcodes: false,
      count: (what) => set({ what }),
      setSubcodes: (withSubcodes) => set({ withSubcodes }),
    }),
    { name: 'casebench:code-counting' },
  ),
);

export type Counts = Record<Countable, number>;
export type CountReader = {
  ofCode(code: Pick<Code, 'id' | Countable>): Counts;
  /** The number of a row, or null where it would be added up wrongly: persons of several codes may be the same. */
  ofRow(row: Branch, what: Countable): number | null;
};

const nothing: Counts = { excerpts: 0, transcripts: 0, persons: 0 };

/**
 * Returns what reads the counts of codes and rows. Without an answer of the service, codes have their own counts, and
 * headings the sum of their codes' excerpts.
 */
export function readCounts(answer: CodeCounts | undefined): CountReader {
  if (!answer) {
    return {
      ofCode: (code) => code,
      ofRow: (row, what) => {
        if (row.kind === 'code') return row.code[what];
        return what === 'excerpts' ? row.members.reduce((sum, { excerpts }) => sum + excerpts, 0) : null;
      },
    };
  }
  const codes = new Map(answer.codes.map((counts) => [counts.codeId, counts]));
  const groups = new Map(answer.groups.map((counts) => [counts.group, counts]));
  return {
    ofCode: ({ id }) => codes.get(id) ?? nothing,
    ofRow: (row, what) =>
      (row.kind === 'code' ? codes.get(row.code.id) : groups.get(row.countKey))?.[what] ?? 0,
  };
}

/** Returns the counts as they are to be shown: of the coders that are shown, with sub-codes when that is wanted. */
export function useShownCounts(): CountReader {
  const withSubcodes = useCounting((counting) => counting.withSubcodes);
  const coderIds = useShownCoders().ids;
  const isAsked = withSubcodes || coderIds !== undefined;
  const { data } = useCodeCounts({ withSubcodes, coderIds }, isAsked);
  return useMemo(
    () => readCounts(isAsked ? (data ?? { codes: [], groups: [] }) : undefined),
    [isAsked, data],
  );
}
