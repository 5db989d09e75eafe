import type { ShownColumn } from '../../db/analysis/crosstab-view.ts';
import type { CrosstabKind } from '../../db/model/crosstab.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { CrosstabChoice } from '../../electron/ipc/contract/crosstabs.ts';
import type { EvidenceRequest } from '../state/desk.ts';
import { listWithSubCodes } from './code-order.ts';

type Filter = EvidenceRequest['filter'];
type Common = Pick<CrosstabChoice, 'statuses' | 'companyIds'>;

/** What a column is called in a sentence. */
export function nameColumn(
  kind: CrosstabKind,
  { label, detail }: Pick<ShownColumn, 'label' | 'detail'>,
): string {
  if (kind === 'company') return `company ${label}`;
  if (kind === 'technique') return detail.toLowerCase();
  return label === '' ? 'no role' : label;
}

/**
 * Returns the filter that gives exactly the excerpts of a cell; without a code those of a column, without a column those
 * of a row, without both those of the table.
 */
export function filterCell(
  choice: CrosstabChoice,
  codes: readonly Code[],
  { codeId, column }: { codeId?: number | undefined; column?: ShownColumn | undefined },
): Filter {
  const rows = codeId === undefined ? (choice.codeIds ?? []) : [codeId];
  const codeIds = choice.withSubCodes
    ? [...new Set(rows.flatMap((id) => listWithSubCodes(codes, id)))]
    : [...rows];
  const needsSpeaker =
    choice.counts === 'persons' || choice.kind === 'practitioner' || choice.kind === 'role';
  return {
    codeIds,
    ...listCommon(choice),
    ...(column ? filterColumn(choice.kind, column) : {}),
    ...(needsSpeaker ? { isSpoken: true } : {}),
  };
}

/** What narrows every cell of a table alike. */
export function listCommon({ statuses, companyIds }: Common): Filter {
  return {
    ...(statuses ? { statuses: [...statuses] } : {}),
    ...(companyIds ? { companyIds: [...companyIds] } : {}),
  };
}

function filterColumn(kind: CrosstabKind, { id, label }: ShownColumn): Filter {
  switch (kind) {
    case 'transcript':
      return { transcriptId: id };
    case 'company':
      return { companyId: id };
    case 'practitioner':
      return { practitionerId: id };
    case 'technique':
      return { techniques: [label] };
    case 'role':
      return { roles: [label] };
  }
}
