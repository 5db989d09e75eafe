import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Grouping, Question } from '../../db/model/retrieval.ts';
import type { Evidence } from '../../electron/ipc/contract/codes.ts';
import { getStudyApi } from '../api.ts';
import { useShownCoders } from '../state/coders.ts';

/** Tables from which a question is answered, and those from which a card is drawn. */
const asked = [
  'companies',
  'practitioners',
  'participants',
  'techniques',
  'transcripts',
  'turns',
  'sessions',
  'codes',
  'excerpts',
  'codings',
  'coders',
];

/**
 * What answers a question now. A question that is followed by another one before it was answered is given up; until then
 * the former answer stays.
 */
export function useFound(question: Question, grouping: Grouping) {
  const shown = useShownCoders().ids;
  const input = { question, grouping, ...(shown && { shownCoderIds: [...shown] }) };
  return useQuery({
    queryKey: ['found', input],
    queryFn: ({ signal }) => getStudyApi().retrieval.find(input, { signal }),
    meta: { tables: asked },
    placeholderData: keepPreviousData,
  });
}

/** How many cards are read at once. */
const cardsOfPage = 50;

/**
 * The codings at some positions of what was found, read page by page. One that was read before stays on screen while it is
 * read anew, so that nothing flickers when a coding is changed.
 */
export function useFoundCards(ids: readonly number[], positions: readonly number[]) {
  const pages = [...new Set(positions.map((position) => Math.floor(position / cardsOfPage)))];
  const answers = useQueries({
    queries: pages.map((page) => {
      const wanted = [...new Set(ids.slice(page * cardsOfPage, (page + 1) * cardsOfPage))];
      return {
        queryKey: ['found cards', wanted],
        queryFn: () => getStudyApi().retrieval.page({ ids: wanted }),
        meta: { tables: asked },
        gcTime: 60_000,
      };
    }),
  });
  const known = useRef(new Map<number, Evidence>());
  for (const { data } of answers) for (const coding of data ?? []) known.current.set(coding.id, coding);
  return (position: number) => known.current.get(ids[position] ?? 0);
}

/** Steps in which one sees more of the text around an excerpt. */
export const contextSteps = [
  { unit: 'characters', number: 240 },
  { unit: 'turns', number: 1 },
  { unit: 'turns', number: 3 },
  { unit: 'turns', number: 8 },
] as const;

export function useContextOf(id: number, step: number) {
  const wish = contextSteps[Math.min(step, contextSteps.length - 1)] ?? contextSteps[0];
  return useQuery({
    queryKey: ['context of', id, wish],
    queryFn: () => getStudyApi().retrieval.context({ id, ...wish }),
    meta: { tables: ['transcripts', 'turns', 'excerpts', 'codings'] },
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
}

export const useSavedQueries = () =>
  useQuery({
    queryKey: ['saved queries'],
    queryFn: () => getStudyApi().savedQuery.list(),
    meta: {
      tables: ['saved_queries', 'codes', 'companies', 'practitioners', 'coders', 'transcripts', 'excerpts'],
    },
  });
