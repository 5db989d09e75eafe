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

/** Cells and summaries by company and code. */
export type FrameworkIndex = {
  cellOf(companyId: number, codeId: number): FrameworkCell | undefined;
  textOf(companyId: number, codeId: number): string;
};

export function indexFramework(
  cells: readonly FrameworkCell[],
  summaries: readonly { companyId: number; codeId: number; text: string }[],
): FrameworkIndex {
  const keyOf = (companyId: number, codeId: number) => `${companyId}/${codeId}`;
  const cellAt = new Map(cells.map((cell) => [keyOf(cell.companyId, cell.codeId), cell]));
  const textAt = new Map(summaries.map((one) => [keyOf(one.companyId, one.codeId), one.text]));
  return {
    cellOf: (companyId, codeId) => cellAt.get(keyOf(companyId, codeId)),
    textOf: (companyId, codeId) => textAt.get(keyOf(companyId, codeId)) ?? '',
  };
}
