import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { PassageExtent } from '../../db/model/search/passages.ts';
import type { PassageRow, WhoseTurns } from '../../electron/ipc/contract/auto-code.ts';
import { getStudyApi, messageOf } from '../api.ts';
import { findCodeByName } from '../codes/code-search.ts';
import { useCodes } from '../state/queries.ts';
import type { AutoCodeSource } from './auto-code-store.ts';
import type { ChosenCode } from './code-choice.tsx';

export type ChosenTurns = { whose: WhoseTurns | null; transcriptIds: number[] };

/** The passages that may be coded, and which of them are chosen. */
export type PassageChoice = {
  listId: number | null;
  total: number;
  /** Those that the coder has coded so already; they stay as they are. */
  coded: ReadonlySet<number>;
  /** Those unticked. */
  leftOut: ReadonlySet<number>;
  chosen: number;
  problem: string | undefined;
  isReading: boolean;
  toggle(index: number): void;
  /** Ticks all, or none. */
  tickAll(isOn: boolean): void;
};

export const passagesOfPage = 100;

const nothing: ReadonlySet<number> = new Set();
const none = { listId: null, indexes: nothing };

/** Makes the list of passages in the service, anew whenever something of the choice changes, and keeps what is unticked. */
export function usePassageList(
  source: AutoCodeSource,
  extent: PassageExtent,
  turns: ChosenTurns,
  code: ChosenCode | null,
  coderId: number | undefined,
): PassageChoice {
  const { data, error, isFetching } = useQuery({
    queryKey: ['passages', source, source.kind === 'search' ? extent : turns],
    queryFn: () => makeList(source, extent, turns),
    enabled: source.kind === 'search' || turns.whose !== null,
    gcTime: 0,
  });
  const listId = data?.listId ?? null;
  const coded = useCoded(listId, code, coderId);
  const [unticked, setUnticked] = useState<{ listId: number | null; indexes: ReadonlySet<number> }>(none);
  // What was unticked of another list says nothing of this one.
  const leftOut = unticked.listId === listId ? unticked.indexes : nothing;
  const setLeftOut = (indexes: ReadonlySet<number>) => setUnticked({ listId, indexes });
  const total = data?.passages ?? 0;
  const chosen = useMemo(() => total - new Set([...leftOut, ...coded]).size, [total, leftOut, coded]);
  return {
    listId,
    total,
    coded,
    leftOut,
    chosen,
    problem: error ? messageOf(error) : undefined,
    isReading: isFetching,
    toggle: (index) => {
      const next = new Set(leftOut);
      if (!next.delete(index)) next.add(index);
      setLeftOut(next);
    },
    tickAll: (isOn) => setLeftOut(new Set(isOn ? [] : Array.from({ length: total }, (_, index) => index))),
  };
}

function makeList(source: AutoCodeSource, extent: PassageExtent, { whose, transcriptIds }: ChosenTurns) {
  const { autoCode } = getStudyApi();
  if (source.kind === 'search') return autoCode.fromSearch({ searchId: source.searchId, extent });
  if (whose === null) throw new Error('Choose whose turns are to be coded.');
  return autoCode.bySpeaker({ whose, transcriptIds });
}

/** A new name that a code has by now is that code. */
function useCoded(
  listId: number | null,
  code: ChosenCode | null,
  coderId: number | undefined,
): ReadonlySet<number> {
  const codes = useCodes().data ?? [];
  const codeId =
    code === null ? undefined : 'codeId' in code ? code.codeId : findCodeByName(codes, code.newCodeName)?.id;
  const { data } = useQuery({
    queryKey: ['coded passages', listId, codeId, coderId],
    queryFn: async () =>
      new Set(
        await getStudyApi().autoCode.coded({
          listId: listId ?? 0,
          codeId: codeId ?? 0,
          coderId: coderId ?? 0,
        }),
      ),
    enabled: listId !== null && codeId !== undefined && coderId !== undefined,
    meta: { tables: ['codings', 'excerpts'] },
    gcTime: 0,
  });
  return codeId === undefined ? nothing : (data ?? nothing);
}

/** The passages in view, asked for by pages. */
export function usePassageRows(
  listId: number | null,
  pages: readonly number[],
): (index: number) => PassageRow | undefined {
  const answers = useQueries({
    queries: pages.map((page) => ({
      queryKey: ['passage rows', listId, page],
      queryFn: () =>
        getStudyApi().autoCode.page({
          listId: listId ?? 0,
          from: page * passagesOfPage,
          count: passagesOfPage,
        }),
      enabled: listId !== null,
      gcTime: 0,
    })),
  });
  return (index) =>
    answers[pages.indexOf(Math.floor(index / passagesOfPage))]?.data?.[index % passagesOfPage];
}
