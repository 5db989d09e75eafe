import { useQueries } from '@tanstack/react-query';
import { rowsOfPage, type SearchRow, type SearchSort } from '../../electron/ipc/contract/search.ts';
import { getStudyApi, messageOf } from '../api.ts';
import type { SearchResult } from './search-store.ts';

/** The rows of a search that are in view, asked for by pages. The first ones came with the search itself. */
export function useRows(
  { searchId, hits, firstRows }: SearchResult,
  sort: SearchSort,
  pages: readonly number[],
): { rowAt(index: number): SearchRow | undefined; problem: string | undefined } {
  const answers = useQueries({
    queries: pages.map((page) => ({
      // A page at the end grows while the search is running.
      queryKey: ['search rows', searchId, sort, page, Math.min(hits, (page + 1) * rowsOfPage)],
      queryFn: () =>
        getStudyApi().search.page({
          searchId: searchId ?? 0,
          sort,
          from: page * rowsOfPage,
          count: rowsOfPage,
        }),
      enabled: searchId !== null,
      gcTime: 30_000,
    })),
  });
  const failed = answers.find(({ error }) => error);
  return {
    problem: failed?.error ? messageOf(failed.error) : undefined,
    rowAt: (index) =>
      answers[pages.indexOf(Math.floor(index / rowsOfPage))]?.data?.rows[index % rowsOfPage] ??
      (sort === 'place' ? firstRows[index] : undefined),
  };
}
