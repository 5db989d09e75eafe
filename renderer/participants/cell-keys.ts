import type { KeyboardEvent } from 'react';

/**
 * Keys of a table of cells: arrows go from cell to cell, Tab in a cell that is being edited goes to the next cell.
 * Cells carry `data-cell`; fields that are open for editing carry `data-editor`.
 */
export function moveBetweenCells(event: KeyboardEvent<HTMLTableElement>): void {
  const { target } = event;
  if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Tab' && target.dataset.editor !== undefined) {
    focusInOrder(event, target, event.shiftKey ? -1 : 1);
    return;
  }
  if (target.dataset.cell === undefined || target.tagName === 'SELECT') return;
  const step = steps[event.key];
  if (step) focusNeighbour(event, target, step);
}

const steps: Readonly<Record<string, { row: number; column: number }>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

function focusInOrder(event: KeyboardEvent<HTMLTableElement>, editor: HTMLElement, step: number): void {
  const cells = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-cell], [data-editor]')];
  const next = cells[cells.indexOf(editor) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function focusNeighbour(
  event: KeyboardEvent<HTMLTableElement>,
  cell: HTMLElement,
  step: { row: number; column: number },
): void {
  const field = cell.closest('td, th');
  const row = field?.closest('tr');
  if (!(field instanceof HTMLTableCellElement) || !row) return;
  const rows = [...event.currentTarget.querySelectorAll('tr')];
  const next =
    rows[rows.indexOf(row) + step.row]?.cells[field.cellIndex + step.column]?.querySelector('[data-cell]');
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}
