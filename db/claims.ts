import { type ClaimCoding, type ClaimStrength, triangulate } from './analysis/triangulation.ts';
import { listClaimCodings } from './evidence.ts';
import type { ReadHandle } from './sql.ts';
import { listCodes } from './tables/codes.ts';

export type Claim = ClaimStrength & { companyId: number; codeId: number; itemRef: string | null };

/**
 * Returns the strength of every claim (company × code) that has at least one coding. With coders, only their codings are
 * heard.
 */
export function listClaims(read: ReadHandle, coderIds?: readonly number[]): Claim[] {
  const itemRefs = new Map(listCodes(read).map(({ id, itemRef }) => [id, itemRef]));
  return [...groupByClaim(listClaimCodings(read, { coderIds })).values()].map(
    ({ companyId, codeId, codings }) => ({
      companyId,
      codeId,
      itemRef: itemRefs.get(codeId) ?? null,
      ...triangulate(codings),
    }),
  );
}

type ClaimGroup = { companyId: number; codeId: number; codings: ClaimCoding[] };

function groupByClaim(codings: readonly ClaimCoding[]): Map<string, ClaimGroup> {
  const groups = new Map<string, ClaimGroup>();
  for (const coding of codings) {
    const { companyId, codeId } = coding;
    const key = `${companyId}/${codeId}`;
    const group = groups.get(key) ?? { companyId, codeId, codings: [] };
    group.codings.push(coding);
    groups.set(key, group);
  }
  return groups;
}
