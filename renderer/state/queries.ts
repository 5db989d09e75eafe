import {
  keepPreviousData,
  QueryClient,
  type UseQueryResult,
  useQueries,
  useQuery,
} from '@tanstack/react-query';
import type { EvidenceFilter } from '../../electron/ipc/contract/codes.ts';
import type {
  CoOccurrenceChoice,
  CrosstabChoice,
  FrameworkChoice,
} from '../../electron/ipc/contract/crosstabs.ts';
import type { PreviewTurn, Reading } from '../../electron/ipc/contract/imports.ts';
import type { Coding, Transcript } from '../../electron/ipc/contract/transcripts.ts';
import { getStudyApi, messageOf, type StudyApi } from '../api.ts';
import { useVisibleCoders } from './coder-visibility.ts';

/**
 * Answers of the study service are kept until a change names one of the tables they were read from. Nothing
 * is fetched twice without need and nothing shown is stale.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: 0,
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
    },
    mutations: { networkMode: 'always', retry: 0 },
  },
});

/** Forgets every kept answer that was read from one of these tables. */
export function invalidateTables(tables: readonly string[]): Promise<void> {
  const touched = new Set(tables);
  return queryClient.invalidateQueries({
    predicate: ({ meta }) => Array.isArray(meta?.tables) && meta.tables.some((table) => touched.has(table)),
  });
}

function useStudyQuery<T>(
  key: readonly unknown[],
  tables: readonly string[],
  ask: (api: StudyApi) => Promise<T>,
  isEnabled = true,
): UseQueryResult<T> {
  return useQuery({
    queryKey: key,
    queryFn: () => ask(getStudyApi()),
    meta: { tables },
    enabled: isEnabled,
    placeholderData: keepPreviousData,
  });
}

const people = ['companies', 'practitioners', 'participants', 'techniques'] as const;
const texts = ['transcripts', 'turns', 'sessions'] as const;
const codings = ['codes', 'excerpts', 'codings', 'coders'] as const;
const judgements = ['ratings', 'rating_excerpts', 'placements'] as const;

export const useStudy = () => useStudyQuery(['study'], ['study', 'schemes'], (api) => api.study.get());

export const useCoders = () => useStudyQuery(['coders'], ['coders', 'codings'], (api) => api.coder.list());

export const useCompanies = () =>
  useStudyQuery(['companies'], [...people, ...texts], (api) => api.company.list());

export const useTechniques = () =>
  useStudyQuery(['techniques'], ['techniques'], (api) => api.technique.list());

export const usePractitioners = () =>
  useStudyQuery(['practitioners'], [...people, 'turns', 'attributes', 'attribute_values'], (api) =>
    api.practitioner.list(),
  );

export const useAttributes = () =>
  useStudyQuery(['attributes'], ['attributes'], (api) => api.attribute.list());

export const useSessions = () =>
  useStudyQuery(['sessions'], [...people, ...texts, 'session_participants', 'asked'], (api) =>
    api.session.list(),
  );

/** Every transcript; its codings are counted as far as their coders are shown. */
export function useTranscripts() {
  const { coders, isReady } = useCodersToCount();
  return useStudyQuery(
    ['transcripts', coders],
    [...people, ...texts, 'codings', 'excerpts'],
    (api) => api.transcript.list(coders),
    isReady,
  );
}

/** Whose codings are counted: nothing may be counted before it is known whom to leave out. */
function useCodersToCount() {
  const study = useStudy().data;
  const all = useCoders().data;
  const { ids } = useVisibleCoders(study?.guid, all);
  return { coders: ids ? { coderIds: [...ids] } : {}, isReady: study !== undefined && all !== undefined };
}

const oneTranscript = (id: number) => ({
  queryKey: ['transcript', id],
  queryFn: () => getStudyApi().transcript.get({ id }),
  meta: { tables: [...people, ...texts, 'excerpts', 'codings'] },
});

/** Returns a number that changes whenever a text, its turns or its place among sessions does; 0 until it is known. */
export const useTextsMoment = () =>
  useStudyQuery(['texts moment'], [...people, ...texts], () => Promise.resolve(true)).dataUpdatedAt;

/** Returns a number that changes whenever a memo, a code or a coding does; 0 until it is known. */
export const useNotesMoment = () =>
  useStudyQuery(['notes moment'], ['memos', ...codings], () => Promise.resolve(true)).dataUpdatedAt;

/** The text, turns and codings of one transcript; nothing is asked for while the id is null. */
export const useTranscript = (id: number | null) =>
  useQuery({ ...oneTranscript(id ?? 0), enabled: id !== null, placeholderData: keepPreviousData });

/** Reads a transcript that will probably be opened next, unless it is known already. */
export function readAhead(id: number): void {
  void queryClient.prefetchQuery(oneTranscript(id));
}

/** How many memos of the coders who are shown are on each coding of a transcript; those without any are left out. */
export function useMemoCounts(transcriptId: number) {
  const { coders, isReady } = useCodersToCount();
  return useStudyQuery(
    ['memo counts', transcriptId, coders],
    ['memos', 'excerpts', 'codings'],
    (api) => api.coding.memoCounts({ transcriptId, ...coders }),
    isReady,
  );
}

/** What a transcript was before corrected files replaced it. */
export const useVersions = (id: number) =>
  useStudyQuery(['versions', id], ['transcript_versions'], (api) => api.transcript.versions({ id }));

export const useVersion = (id: number, versionId: number) =>
  useStudyQuery(['version', id, versionId], ['transcript_versions'], (api) =>
    api.transcript.version({ id, versionId }),
  );

/** Shows a coding that the study has just answered with, ahead of the transcript that is read anew behind it. */
export function showCoding(coding: Coding): void {
  queryClient.setQueryData<Transcript>(['transcript', coding.transcriptId], (transcript) => {
    if (!transcript) return undefined;
    const others = transcript.codingList.filter(({ id }) => id !== coding.id);
    return { ...transcript, codingList: [...others, coding].sort(byPlace) };
  });
}

const byPlace = (left: Coding, right: Coding) =>
  left.start - right.start || right.end - left.end || left.id - right.id;

/** All codes; their codings are counted as far as their coders are shown. */
export function useCodes() {
  const { coders, isReady } = useCodersToCount();
  return useStudyQuery(
    ['codes', coders],
    [...codings, 'turns', 'schemes'],
    (api) => api.code.list(coders),
    isReady,
  );
}

/** What is read of one code when it is at hand. */
export const useCodeTexts = (id: number) =>
  useStudyQuery(['code', id], ['codes', 'excerpts', 'transcripts'], (api) => api.code.get({ id }));

/** Counts of the work of some coders (undefined: of all), of each code alone or with all beneath it. */
export const useCodeCounts = (
  wish: { withSubcodes: boolean; coderIds: readonly number[] | undefined },
  isEnabled: boolean,
) =>
  useStudyQuery(
    ['code counts', wish],
    [...codings, 'turns', 'participants'],
    (api) =>
      api.code.counts({
        withSubcodes: wish.withSubcodes,
        ...(wish.coderIds ? { coderIds: [...wish.coderIds] } : {}),
      }),
    isEnabled,
  );

export const useEvidence = (filter: EvidenceFilter, isEnabled = true) =>
  useStudyQuery(
    ['evidence', filter],
    [...people, ...texts, ...codings],
    (api) => api.evidence.list(filter),
    isEnabled,
  );

/** What every company says of every code, as far as the coders are shown. */
export function useMatrix() {
  const { coders, isReady } = useCodersToCount();
  return useStudyQuery(
    ['matrix', coders],
    [...people, ...texts, ...codings],
    (api) => api.triangulation.matrix(coders),
    isReady,
  );
}

/** A table of codes × transcripts, companies, practitioners, techniques or roles. */
export const useCrosstab = (choice: CrosstabChoice) =>
  useStudyQuery(['crosstab', choice], [...people, ...texts, ...codings], (api) => api.crosstab.count(choice));

/** How often every two codes occur together. */
export const useCoOccurrence = (choice: CoOccurrenceChoice) =>
  useStudyQuery(['co-occurrence', choice], [...people, ...texts, ...codings], (api) =>
    api.coOccurrence.count(choice),
  );

/** What is said of each item in each company, and the summaries beside it. */
export const useFrameworkCells = (choice: FrameworkChoice) =>
  useStudyQuery(['framework', choice], [...people, ...texts, ...codings], (api) =>
    api.framework.list(choice),
  );

export const useSummaries = () =>
  useStudyQuery(['summaries'], ['summaries', 'companies', 'codes'], (api) => api.summary.list());

export const useRatings = () =>
  useStudyQuery(['ratings'], [...judgements, 'coders', 'companies'], (api) => api.rating.list());

export const usePlacements = () =>
  useStudyQuery(['placements'], [...judgements, 'companies', 'study', 'schemes'], (api) =>
    api.placement.list(),
  );

export const useFindings = () =>
  useStudyQuery(
    ['findings'],
    [...people, ...texts, ...codings, ...judgements, 'session_participants', 'study'],
    (api) => api.audit.list(),
  );

export const useCharsets = () => useStudyQuery(['charsets'], [], (api) => api.import.charsets());

/** How many turns of a file to be imported are asked for at once. */
export const turnsOfPage = 200;

/**
 * The turns of a file as it is read now, some pages of them: all, or only those under the given labels. `total` is
 * undefined until the first answer.
 */
export function useImportTurns(
  reading: Reading,
  labels: readonly string[],
  pages: readonly number[],
): {
  total: number | undefined;
  problem: string | undefined;
  turnAt(index: number): PreviewTurn | undefined;
} {
  const answers = useQueries({
    queries: pages.map((page) => ({
      queryKey: ['import turns', reading, labels, page],
      queryFn: () =>
        getStudyApi().import.turns({
          ...reading,
          labels: [...labels],
          from: page * turnsOfPage,
          count: turnsOfPage,
        }),
      // The file may be another one the next time it is looked at.
      gcTime: 0,
    })),
  });
  const failed = answers.find(({ error }) => error);
  return {
    total: answers.find(({ data }) => data)?.data?.total,
    problem: failed?.error ? messageOf(failed.error) : undefined,
    turnAt: (index) =>
      answers[pages.indexOf(Math.floor(index / turnsOfPage))]?.data?.turns[index % turnsOfPage],
  };
}
