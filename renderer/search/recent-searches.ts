import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { SearchMode } from '../../electron/ipc/contract/search.ts';

export type RecentSearch = { words: string; mode: SearchMode };

type RecentSearches = {
  studies: Record<string, RecentSearch[]>;
  remember(guid: string, search: RecentSearch): void;
};

const kept = 12;

/** What was searched for last in each study, the newest first; kept on this computer. */
export const useRecentSearches = create<RecentSearches>()(
  persist(
    (set) => ({
      studies: {},
      remember: (guid, search) =>
        set(({ studies }) => {
          const others = (studies[guid] ?? []).filter(
            ({ words, mode }) => words !== search.words || mode !== search.mode,
          );
          return { studies: { ...studies, [guid]: [search, ...others].slice(0, kept) } };
        }),
    }),
    { name: 'casebench:recent-searches' },
  ),
);
