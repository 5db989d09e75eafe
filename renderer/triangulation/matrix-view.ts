import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { Claim, TriangulationMatrix } from '../../electron/ipc/contract/maturity.ts';

/** Which items the rows of the matrix show. */
export type ItemKind = Code['kind'];

/** Codes of one pipeline or stage, or all open codes. */
export type MatrixGroup = { id: string; title: string; colour: string; codes: Code[] };

type Company = TriangulationMatrix['companies'][number];

/** A column of a company: how well its claims are supported, or what one technique tells. */
export type CompanyColumn =
  | { kind: 'degree'; id: string; company: Company }
  | {
      kind: 'technique';
      id: string;
      company: Company;
      technique: TriangulationMatrix['techniques'][number];
      /** Whether the company has a session of this technique. */
      isStudied: boolean;
    };

/** A column of the grid: the items, or a part of a company. */
export type MatrixColumn = { kind: 'item' } | CompanyColumn;

/** A row of the grid: the head of a group, or one item. */
export type MatrixRow =
  | { kind: 'group'; group: MatrixGroup; isOpen: boolean }
  | { kind: 'item'; group: MatrixGroup; code: Code };

/**
 * What one technique tells of one item in one company. `not studied`: the company has no session of the technique.
 * `silent`: it has, and nobody speaks of the item there. `heard`: somebody does, or a passage is coded.
 */
export type TechniqueCell =
  | { kind: 'not studied' }
  | { kind: 'silent' }
  | { kind: 'heard'; share: Claim['byTechnique'][number] };

/** Returns the groups of one kind of item in the scheme's order; open codes are one group. */
export function listMatrixGroups(codes: readonly Code[], kind: ItemKind): MatrixGroup[] {
  const groups = new Map<number, MatrixGroup>();
  for (const code of codes) {
    if (code.kind !== kind) continue;
    const index = kind === 'open' ? 0 : (code.groupIndex ?? 0);
    const group = groups.get(index) ?? {
      id: `${kind}:${index}`,
      title: titleOfGroup(kind, index, code.group),
      colour: colourOfGroup(kind, index),
      codes: [],
    };
    group.codes.push(code);
    groups.set(index, group);
  }
  return [...groups.values()];
}

/** Returns the columns from left to right: the item, then for each company its degree and its techniques. */
export function listColumns(matrix: TriangulationMatrix): MatrixColumn[] {
  const ofCompanies = matrix.companies.flatMap((company): CompanyColumn[] => [
    { kind: 'degree', id: `${company.id}:degree`, company },
    ...matrix.techniques.map((technique): CompanyColumn => {
      const isStudied = company.techniques.includes(technique.letter);
      return { kind: 'technique', id: `${company.id}:${technique.letter}`, company, technique, isStudied };
    }),
  ]);
  return [{ kind: 'item' }, ...ofCompanies];
}

/** Returns the rows from top to bottom; the items of a folded group are left out. */
export function listRows(groups: readonly MatrixGroup[], folded: ReadonlySet<string>): MatrixRow[] {
  return groups.flatMap((group): MatrixRow[] => {
    const isOpen = !folded.has(group.id);
    const items = isOpen ? group.codes.map((code): MatrixRow => ({ kind: 'item', group, code })) : [];
    return [{ kind: 'group', group, isOpen }, ...items];
  });
}

/** Claims by company and code, for quick finding. */
export type ClaimIndex = ReadonlyMap<string, Claim>;

const keyOf = (companyId: number, codeId: number) => `${companyId}:${codeId}`;

export function indexClaims(claims: readonly Claim[]): ClaimIndex {
  return new Map(claims.map((claim) => [keyOf(claim.companyId, claim.codeId), claim]));
}

export function findClaim(index: ClaimIndex, companyId: number, codeId: number): Claim | undefined {
  return index.get(keyOf(companyId, codeId));
}

/** Returns what the technique tells of the item in the company. */
export function readTechniqueCell(
  claim: Claim | undefined,
  letter: string,
  isStudied: boolean,
): TechniqueCell {
  const share = claim?.byTechnique.find(({ technique }) => technique === letter);
  if (share && share.codings > 0) return { kind: 'heard', share };
  return isStudied ? { kind: 'silent' } : { kind: 'not studied' };
}

/** How many items of a group are spoken of in a company (by one technique, or by any), and how many there are. */
export function countSpokenOf(
  group: MatrixGroup,
  index: ClaimIndex,
  companyId: number,
  letter?: string,
): { spokenOf: number; items: number } {
  const spokenOf = group.codes.filter(({ id }) => {
    const claim = findClaim(index, companyId, id);
    if (letter === undefined) return (claim?.codings ?? 0) > 0;
    return readTechniqueCell(claim, letter, true).kind === 'heard';
  }).length;
  return { spokenOf, items: group.codes.length };
}

/** How many items of a group are triangulated in a company, that is, have degree 2 or more. */
export function countTriangulated(group: MatrixGroup, index: ClaimIndex, companyId: number): number {
  return group.codes.filter(({ id }) => (findClaim(index, companyId, id)?.degree ?? 0) >= 2).length;
}

/** Returns an item's id and name, or only the name of an open code. */
export function titleOfCode({ itemRef, name }: Pick<Code, 'itemRef' | 'name'>): string {
  return itemRef === null ? name : `${itemRef} ${name}`;
}

function titleOfGroup(kind: ItemKind, index: number, group: string | null): string {
  if (kind === 'open') return 'Open codes';
  return kind === 'precondition' ? `Stage ${index}: ${group ?? ''}` : (group ?? '');
}

function colourOfGroup(kind: ItemKind, index: number): string {
  if (kind === 'open') return 'var(--mantine-color-dimmed)';
  return kind === 'activity' ? `var(--pipeline-${index % 8})` : `var(--stage-${Math.min(index, 8)})`;
}
