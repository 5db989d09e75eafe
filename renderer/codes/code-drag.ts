import type { Span } from '../../db/model/span.ts';

/** Types of what is dragged inside the window; browsers write them in lower case. */
export const passageDragType = 'application/x-casebench-passage';
export const codeDragType = 'application/x-casebench-code';

export function putPassage(transfer: DataTransfer, passage: Span): void {
  transfer.setData(passageDragType, `${passage.start} ${passage.end}`);
  transfer.effectAllowed = 'copy';
}

/** Returns the passage of a drop, or undefined when something else was dropped. */
export function findPassageOf(transfer: DataTransfer): Span | undefined {
  const [start, end] = transfer.getData(passageDragType).split(' ').map(Number);
  return start !== undefined && end !== undefined && start < end ? { start, end } : undefined;
}

/** A code is put on text, which copies it, or elsewhere in the tree, which moves it. */
export function putCode(transfer: DataTransfer, codeId: number): void {
  transfer.setData(codeDragType, String(codeId));
  transfer.effectAllowed = 'copyMove';
}

/** Returns the id of a dropped code, or undefined when something else was dropped. */
export function findCodeOf(transfer: DataTransfer): number | undefined {
  const id = Number(transfer.getData(codeDragType));
  return Number.isInteger(id) && id > 0 ? id : undefined;
}
