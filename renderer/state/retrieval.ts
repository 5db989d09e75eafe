import { create } from 'zustand';
import {
  type Condition,
  type Grouping,
  openQuestion,
  type Question,
  type RetrievalFilter,
} from '../../db/model/retrieval.ts';
import type { SavedQuery } from '../../electron/ipc/contract/retrieval.ts';

/** A part of the filter, or undefined to leave it open. */
export type FilterChange = { [K in keyof RetrievalFilter]?: RetrievalFilter[K] | undefined };

type Retrieval = {
  question: Question;
  grouping: Grouping;
  /** The saved query that was loaded; its question may have been changed since. */
  saved: { id: number; name: string; remarks: string[] } | null;
  /** Asks something new, as when a list of evidence is to be refined. */
  ask(question: Question): void;
  load(query: SavedQuery): void;
  setSaved(saved: { id: number; name: string } | null): void;
  changeFilter(change: FilterChange): void;
  setCondition(condition: Condition | null): void;
  setGrouping(grouping: Grouping): void;
};

/** What is asked of the codings; it stays while one looks at the places that were found, on whatever screen. */
export const useRetrieval = create<Retrieval>()((set) => ({
  question: openQuestion,
  grouping: 'none',
  saved: null,
  ask: (question) => set({ question, saved: null }),
  load: ({ id, name, question, remarks }) => set({ question, saved: { id, name, remarks } }),
  setSaved: (saved) => set({ saved: saved && { ...saved, remarks: [] } }),
  changeFilter: (change) =>
    set(({ question }) => ({
      question: { ...question, filter: withoutOpen({ ...question.filter, ...change }) },
    })),
  setCondition: (condition) => set(({ question }) => ({ question: { ...question, condition } })),
  setGrouping: (grouping) => set({ grouping }),
}));

function withoutOpen(filter: FilterChange): RetrievalFilter {
  // Only parts that are defined are left, which is what the type says.
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined),
  ) as RetrievalFilter;
}
