import { useEffect } from 'react';
import type { Coder } from '../../electron/ipc/contract/study.ts';
import { type ShownCoders, useVisibleCoders } from './coder-visibility.ts';
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

/** Returns whose codings may be shown now: on every screen, so that coding blind is really blind. */
export function useShownCoders(): ShownCoders {
  return useVisibleCoders(useStudy().data?.guid, useCoders().data);
}
