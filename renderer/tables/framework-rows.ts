import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { FrameworkCell } from '../../electron/ipc/contract/crosstabs.ts';
import type { OrderedCode } from './code-order.ts';

/** A row of the framework matrix: a pipeline or stage, or one of its items. */
export type FrameworkRow =
  | { kind: 'group'; title: string; codeIds: number[]; isOpen: boolean }
  | { kind: 'item'; code: Code; level: number };

/** Returns the rows of one kind of item; those of a folded group are left out. */
export function listFrameworkRows(
  ordered: readonly OrderedCode[],
  kind: Code['kind'],
  folded: readonly string[],
): FrameworkRow[] {
  const groups = Map.groupBy(
    ordered.filter((one) => one.kind === kind),
    ({ group }) => group,
  );
  return [...groups].flatMap(([title, codes]): FrameworkRow[] => {
    const isOpen = !folded.includes(title);
    const head: FrameworkRow = { kind: 'group', title, codeIds: codes.map(({ code }) => code.id), isOpen };
    return [
      head,
      ...(isOpen ? codes.map(({ code, level }): FrameworkRow => ({ kind: 'item', code, level })) : []),
    ];
  });
}

/** Cells and summaries by company and code; a summary of a hidden coder is there, and its words are not. */
export type FrameworkIndex = {
  cellOf(companyId: number, codeId: number): FrameworkCell | undefined;
  textOf(companyId: number, codeId: number): string;
  isHidden(companyId: number, codeId: number): boolean;
};

type Summary = { companyId: number; codeId: number; text: string; coderId: number | null };

/** Returns whether the summary may be shown: nobody is hidden, or its writer is not. */
export const isSummaryShown = ({ coderId }: Pick<Summary, 'coderId'>, shown: readonly number[] | undefined) =>
  shown === undefined || coderId === null || shown.includes(coderId);

export function indexFramework(
  cells: readonly FrameworkCell[],
  summaries: readonly Summary[],
  shown: readonly number[] | undefined,
): FrameworkIndex {
  const keyOf = (companyId: number, codeId: number) => `${companyId}/${codeId}`;
  const cellAt = new Map(cells.map((cell) => [keyOf(cell.companyId, cell.codeId), cell]));
  const summaryAt = new Map(summaries.map((one) => [keyOf(one.companyId, one.codeId), one]));
  const find = (companyId: number, codeId: number) => summaryAt.get(keyOf(companyId, codeId));
  return {
    cellOf: (companyId, codeId) => cellAt.get(keyOf(companyId, codeId)),
    textOf: (companyId, codeId) => {
      const summary = find(companyId, codeId);
      return summary && isSummaryShown(summary, shown) ? summary.text : '';
    },
    isHidden: (companyId, codeId) => {
      const summary = find(companyId, codeId);
      return summary !== undefined && !isSummaryShown(summary, shown);
    },
  };
}
