import { keepPreviousData, type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query';
import type { MemoSubject, MemoTarget } from '../../db/model/memo.ts';
import type { LinkedExcerpt, MemoFilter, MemoRow } from '../../electron/ipc/contract/memos.ts';
import { getStudyApi, type StudyApi } from '../api.ts';
import { useShownCoders } from './coders.ts';
import { useDesk } from './desk.ts';

/** What the words about a memo, and where it leads, are read from. */
const around = [
  'memos',
  'memo_links',
  'excerpts',
  'codings',
  'codes',
  'transcripts',
  'companies',
  'practitioners',
  'ratings',
  'coders',
] as const;

/** Memos as the study has them, of the coders whose work is shown; asked anew when one of the tables changes. */
function useMemoQuery<T>(
  key: readonly unknown[],
  ask: (api: StudyApi, coderIds: number[] | undefined) => Promise<T>,
  { isEnabled = true, tables = around }: { isEnabled?: boolean; tables?: readonly string[] } = {},
): UseQueryResult<T> {
  const { ids } = useShownCoders();
  return useQuery({
    queryKey: ['memo', ...key, ids],
    queryFn: () => ask(getStudyApi(), ids ? [...ids] : undefined),
    meta: { tables },
    enabled: isEnabled,
    placeholderData: keepPreviousData,
  });
}

export const useMemoAbout = (target: MemoTarget) =>
  useMemoQuery(['about', target], (api) => api.memo.about({ target }));

export const useMemosOn = (target: MemoTarget) =>
  useMemoQuery(['on', target], (api, coderIds) => api.memo.list({ target, coderIds }));

/** Memos on a transcript, its passages and their codings; nothing is asked for while the id is null. */
export const useMemosOfTranscript = (transcriptId: number | null) =>
  useMemoQuery(
    ['of transcript', transcriptId],
    (api, coderIds) => api.memo.ofTranscript({ transcriptId: transcriptId ?? 0, coderIds }),
    { isEnabled: transcriptId !== null },
  );

export const useMemosLinkedFrom = (excerptId: number | null) =>
  useMemoQuery(
    ['linked from', excerptId],
    (api, coderIds) => api.memo.linkedFrom({ excerptId: excerptId ?? 0, coderIds }),
    { isEnabled: excerptId !== null },
  );

/** The memo with this id; nothing is asked for while it is null. */
export const useOneMemo = (id: number | null) =>
  useMemoQuery(['one', id], (api) => api.memo.get({ id: id ?? 0 }), { isEnabled: id !== null });

export const useFoundMemos = (filter: Omit<MemoFilter, 'coderIds'>) =>
  useMemoQuery(['found', filter], (api, coderIds) => api.memo.find({ ...filter, coderIds }));

/** How many memos there are on each thing of a sort; not asked for while there is no need. */
export function useMemoCounts(on: MemoSubject, isEnabled = true): ReadonlyMap<number, number> {
  const { data } = useMemoQuery(
    ['counts', on],
    async (api, coderIds) =>
      new Map((await api.memo.counts({ on, coderIds })).map(({ id, memos }) => [id, memos])),
    { isEnabled, tables: ['memos', 'codings', 'coders'] },
  );
  return data ?? noCounts;
}

const noCounts: ReadonlyMap<number, number> = new Map();

/** How many memos are asked for at once. */
export const memosOfPage = 50;

/** The memos of some pages of a list of ids; `rowAt` answers undefined until its page has come. */
export function useMemoPages(
  ids: readonly number[],
  pages: readonly number[],
): (index: number) => MemoRow | undefined {
  const answers = useQueries({
    queries: pages.map((page) => {
      const wanted = ids.slice(page * memosOfPage, (page + 1) * memosOfPage);
      return {
        queryKey: ['memo', 'rows', wanted],
        queryFn: async () =>
          new Map((await getStudyApi().memo.rows({ ids: wanted })).map((row) => [row.id, row])),
        meta: { tables: around },
        // A page that is left is not kept: each save of a memo would ask for it again.
        gcTime: 10_000,
      };
    }),
  });
  return (index) => {
    const id = ids[index];
    return id === undefined
      ? undefined
      : answers[pages.indexOf(Math.floor(index / memosOfPage))]?.data?.get(id);
  };
}

/** How many excerpts are offered for a link. */
const offered = 30;

/** Excerpts to link to, the selected coding's first and then those of the open transcript. */
export function useLinkableExcerpts(
  search: string,
  codingId: number | null,
  isEnabled: boolean,
): UseQueryResult<LinkedExcerpt[]> {
  const transcriptId = useDesk((desk) => desk.transcriptId);
  return useMemoQuery(
    ['linkable', search, codingId, transcriptId],
    (api, coderIds) => api.memo.excerpts({ search, codingId, transcriptId, coderIds, limit: offered }),
    { isEnabled, tables: around.filter((table) => !table.startsWith('memo')) },
  );
}
