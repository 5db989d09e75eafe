import { useMemo } from 'react';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Coder } from '../../electron/ipc/contract/study.ts';
import { useDesk } from './desk.ts';

/** Whose work is shown in one study: hidden coders by id; coding blind hides everybody but who codes now. */
type Visibility = { hidden: readonly number[]; isBlind: boolean };

type CoderVisibility = {
  studies: Record<string, Visibility>;
  toggleHidden(guid: string, coderId: number): void;
  showAll(guid: string): void;
  setBlind(guid: string, isBlind: boolean): void;
};

const everybody: Visibility = { hidden: [], isBlind: false };

/** Kept on this computer: what one of several coders wants to see is no fact of the study. */
export const useCoderVisibility = create<CoderVisibility>()(
  persist(
    (set) => {
      const change = (guid: string, toNext: (now: Visibility) => Visibility) =>
        set(({ studies }) => ({ studies: { ...studies, [guid]: toNext(studies[guid] ?? everybody) } }));
      return {
        studies: {},
        toggleHidden: (guid, coderId) =>
          change(guid, (now) => ({
            ...now,
            hidden: now.hidden.includes(coderId)
              ? now.hidden.filter((id) => id !== coderId)
              : [...now.hidden, coderId],
          })),
        showAll: (guid) => change(guid, () => everybody),
        setBlind: (guid, isBlind) => change(guid, (now) => ({ ...now, isBlind })),
      };
    },
    { name: 'casebench:coder-visibility' },
  ),
);

export type ShownCoders = {
  /** Ids of the coders whose work is shown; undefined when nobody is hidden. */
  ids: readonly number[] | undefined;
  shown: number;
  total: number;
  isBlind: boolean;
};

/** Returns who of the coders of a study is shown. Whoever codes first counts as coding now until one is chosen. */
export function findShownCoders(
  coders: readonly Pick<Coder, 'id'>[],
  { hidden, isBlind }: Visibility,
  currentId: number | null,
): ShownCoders {
  const current = coders.some(({ id }) => id === currentId) ? currentId : coders[0]?.id;
  const ids = coders.map(({ id }) => id).filter((id) => (isBlind ? id === current : !hidden.includes(id)));
  const isAll = ids.length === coders.length;
  return { ids: isAll ? undefined : ids, shown: ids.length, total: coders.length, isBlind };
}

const nobody: readonly Coder[] = [];

/** Returns whose codings may be shown, given the study and its coders as they were read. */
export function useVisibleCoders(guid: string | undefined, coders: readonly Coder[] = nobody): ShownCoders {
  const visibility = useCoderVisibility(({ studies }) => studies[guid ?? ''] ?? everybody);
  const currentId = useDesk((desk) => desk.coderId);
  return useMemo(() => findShownCoders(coders, visibility, currentId), [coders, visibility, currentId]);
}
