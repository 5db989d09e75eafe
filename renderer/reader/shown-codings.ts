import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { Coding } from '../../electron/ipc/contract/transcripts.ts';

/** Which codings the reader shows: all, the coder's own, those of the code at hand, or of some codes. */
export type Showing = { kind: 'all' | 'mine' | 'at hand' } | { kind: 'codes'; codeIds: readonly number[] };

/** What the choice depends on. The selected coding is always shown: nobody may change what she does not see. */
type Given = {
  coderId: number | undefined;
  codeAtHand: number | null;
  selectedId: number | null;
  codes: readonly Pick<Code, 'id' | 'parentId'>[];
};

/** Returns the codings to show, in their order; the very same list when all of them are. */
export function pickCodings(codings: readonly Coding[], showing: Showing, given: Given): readonly Coding[] {
  if (showing.kind === 'all') return codings;
  const isWanted = makeTest(showing, given);
  return codings.filter((coding) => coding.id === given.selectedId || isWanted(coding));
}

function makeTest(showing: Showing, { coderId, codeAtHand, codes }: Given): (coding: Coding) => boolean {
  if (showing.kind === 'mine') return (coding) => coding.coderId === coderId;
  const chosen = showing.kind === 'codes' ? showing.codeIds : codeAtHand === null ? [] : [codeAtHand];
  const wanted = withSubCodes(chosen, codes);
  return (coding) => wanted.has(coding.codeId);
}

/** A code stands for all that is filed beneath it. */
function withSubCodes(chosen: readonly number[], codes: Given['codes']): Set<number> {
  const wanted = new Set(chosen);
  let before = -1;
  while (before !== wanted.size) {
    before = wanted.size;
    for (const { id, parentId } of codes) if (parentId !== null && wanted.has(parentId)) wanted.add(id);
  }
  return wanted;
}

/** Returns the codings of the coders that are shown; undefined stands for everybody. */
export function ofCoders(codings: readonly Coding[], ids: readonly number[] | undefined): readonly Coding[] {
  if (ids === undefined) return codings;
  const shown = new Set(ids);
  return codings.filter(({ coderId }) => shown.has(coderId));
}
