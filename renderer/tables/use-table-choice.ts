import { useMemo } from 'react';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { useShownCoders } from '../state/coders.ts';
import { type OrderedCode, orderCodes } from './code-order.ts';
import { useTablesDesk } from './tables-desk.ts';

/** What the first two tables have in common: the codes in their order, those chosen, and which codings count. */
export function useTableChoice(codes: readonly Code[]) {
  const codeIds = useTablesDesk((desk) => desk.codeIds);
  const statuses = useTablesDesk((desk) => desk.statuses);
  const companyIds = useTablesDesk((desk) => desk.companyIds);
  const withSubCodes = useTablesDesk((desk) => desk.withSubCodes);
  const coderIds = useShownCoders().ids;
  const ordered = useMemo(() => orderCodes(codes), [codes]);
  const choice = useMemo(() => {
    const chosen = ordered.map(({ code }) => code.id).filter((id) => codeIds?.includes(id) ?? true);
    return {
      codeIds: chosen,
      withSubCodes,
      ...(coderIds ? { coderIds: [...coderIds] } : {}),
      ...(statuses ? { statuses: [...statuses] } : {}),
      ...(companyIds ? { companyIds: [...companyIds] } : {}),
    };
  }, [ordered, codeIds, withSubCodes, coderIds, statuses, companyIds]);
  return { ordered, choice };
}

/** Returns the level of every code in the tree, by its id. */
export function levelsOf(ordered: readonly OrderedCode[]): ReadonlyMap<number, number> {
  return new Map(ordered.map(({ code, level }) => [code.id, level]));
}
