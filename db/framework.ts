import { triangulate } from './analysis/triangulation.ts';
import { type EvidenceRow, listEvidence } from './evidence.ts';
import { type Status, statuses } from './model/coding.ts';
import type { ReadHandle } from './sql.ts';

/** What is said of one item in one company, as the framework matrix shows it beside the summary. */
export type FrameworkCell = {
  companyId: number;
  codeId: number;
  excerpts: number;
  persons: number;
  /** In the fixed order of the statuses. */
  statuses: Status[];
  degree: number;
};

/** Returns the cells that hold a coding, for all codes or some of them, and for all coders or some. */
export function listFrameworkCells(
  read: ReadHandle,
  filter: { codeIds?: readonly number[] | undefined; coderIds?: readonly number[] | undefined } = {},
): FrameworkCell[] {
  const cells = Map.groupBy(listEvidence(read, filter), ({ companyId, codeId }) => `${companyId}/${codeId}`);
  return [...cells.values()].map(toCell);
}

function toCell(codings: EvidenceRow[]): FrameworkCell {
  const { degree } = triangulate(codings.map((coding) => ({ ...coding, codingId: coding.id })));
  const speakers = codings.flatMap((coding) => coding.speakers.map(({ practitionerId }) => practitionerId));
  return {
    companyId: codings[0]?.companyId ?? 0,
    codeId: codings[0]?.codeId ?? 0,
    excerpts: new Set(codings.map(({ excerptId }) => excerptId)).size,
    persons: new Set(speakers).size,
    statuses: statuses.filter((status) => codings.some((coding) => coding.status === status)),
    degree,
  };
}
