import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Coder } from '../../electron/ipc/contract/study.ts';
import { useDesk } from './desk.ts';
import { useCoders, useStudy } from './queries.ts';

const keyOf = (guid: string) => `coder of ${guid}`;

/** Returns who codes now, and remembers it on this computer: two people often take turns on one study. */
export function useCurrentCoder(): Coder | undefined {
  const coderId = useDesk((desk) => desk.coderId);
  const chooseCoder = useDesk((desk) => desk.chooseCoder);
  const guid = useStudy().data?.guid;
  const { data: coders } = useCoders();
  const current = coders?.find((coder) => coder.id === coderId);
  useEffect(() => {
    if (guid === undefined || !coders) return;
    if (current) localStorage.setItem(keyOf(guid), current.name);
    else {
      const remembered = localStorage.getItem(keyOf(guid));
      const coder = coders.find(({ name }) => name === remembered) ?? coders[0];
      // Also after undo has taken back the coder who was chosen.
      if (coder) chooseCoder(coder.id);
    }
  }, [guid, coders, current, chooseCoder]);
  return current;
}

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

/** Returns whose codings may be shown now: on every screen, so that coding blind is really blind. */
export function useShownCoders(): ShownCoders {
  const guid = useStudy().data?.guid ?? '';
  const { data: coders } = useCoders();
  const { hidden, isBlind } = useCoderVisibility(({ studies }) => studies[guid] ?? everybody);
  const currentId = useCurrentCoder()?.id;
  return useMemo(() => {
    const all = coders ?? [];
    const isShown = (id: number) => (isBlind ? id === currentId : !hidden.includes(id));
    const ids = all.map(({ id }) => id).filter(isShown);
    const isAll = ids.length === all.length;
    return { ids: isAll ? undefined : ids, shown: ids.length, total: all.length, isBlind };
  }, [coders, hidden, isBlind, currentId]);
}
