import type { ClipboardEvent, KeyboardEvent } from 'react';
import {
  type CellColumn,
  type CellStudy,
  cellColumns,
  fillCells,
  parseBlock,
  pasteCells,
  readCell,
  toBlock,
} from './cells.ts';
import { changeFiles, type DraftFile, removeFiles } from './import-draft.ts';
import { useImport } from './import-store.ts';
import { toFieldKey } from './missing-focus.ts';
import { findNextRow, selectAll, selectRow } from './row-selection.ts';

type Rows = { files: readonly DraftFile[]; study: CellStudy };
type Cell = { path: string; column: CellColumn };

/** Returns the cell whose field a key was pressed in, or undefined where it was none. */
function findCell(target: EventTarget): Cell | undefined {
  if (!(target instanceof HTMLElement)) return undefined;
  const [path, name] = target.dataset.field?.split('\n') ?? [];
  const column = cellColumns.find((one) => one === name);
  return path === undefined || column === undefined ? undefined : { path, column };
}

/** Answers a key pressed in the table: in a field those of a spreadsheet, on a row those of a list. */
export function answerTableKey(event: KeyboardEvent<HTMLTableElement>, rows: Rows): void {
  const cell = findCell(event.target);
  const isAnswered = cell ? answerCellKey(event, cell, rows) : answerRowKey(event, rows);
  if (isAnswered) event.preventDefault();
}

/** Enter goes to the same field of the next row, with Shift of the one before; Ctrl+D fills down. */
function answerCellKey(event: KeyboardEvent<HTMLTableElement>, cell: Cell, { files, study }: Rows): boolean {
  const order = files.map(({ path }) => path);
  // Enter that took an option of a list that is open has done its work.
  if (event.key === 'Enter' && !event.isDefaultPrevented()) {
    const next = order[order.indexOf(cell.path) + (event.shiftKey ? -1 : 1)];
    if (next !== undefined) goToCell(event.currentTarget, order, { ...cell, path: next });
    return true;
  }
  if (event.key.toLowerCase() !== 'd' || !(event.ctrlKey || event.metaKey)) return false;
  fillDown(cell, files, study);
  return true;
}

/** With several rows selected, all of them get what the field says; with one, it takes what the row above says. */
function fillDown(cell: Cell, files: readonly DraftFile[], study: CellStudy): void {
  const { selection, change } = useImport.getState();
  const index = files.findIndex(({ path }) => path === cell.path);
  const isForMany = selection.paths.size > 1 && selection.paths.has(cell.path);
  const source = files[isForMany ? index : index - 1];
  if (!source) return;
  const text = readCell(source, cell.column, study);
  const paths = isForMany ? selection.paths : new Set([cell.path]);
  change((draft) => fillCells(draft, paths, { column: cell.column, text }, study));
}

/** Arrows, Home, End and the page keys choose another row, with Shift more rows; Ctrl+A all; the space bar ticks; Delete takes off the list. */
function answerRowKey(event: KeyboardEvent<HTMLTableElement>, { files }: Rows): boolean {
  // Keys pressed in what else stands in a row are not the row's.
  if (!(event.target instanceof HTMLTableRowElement)) return false;
  const { selection, select, change } = useImport.getState();
  const order = files.map(({ path }) => path);
  const next = findNextRow(selection, order, event.key);
  if (next !== undefined) {
    select(selectRow(selection, order, next, { isRange: event.shiftKey }));
    focusLater(event.currentTarget, `tr[data-index="${order.indexOf(next)}"]`);
  } else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
    select(selectAll(selection, order));
  } else if (event.key === ' ') {
    change((draft) => {
      const isIncluded = draft.files.some((file) => selection.paths.has(file.path) && !file.isIncluded);
      return changeFiles(draft, selection.paths, { isIncluded });
    });
  } else if (event.key === 'Delete') {
    change((draft) => removeFiles(draft, selection.paths));
    focusLater(event.currentTarget, 'tr[data-lead]');
  } else return false;
  return true;
}

function goToCell(table: HTMLTableElement, order: readonly string[], { path, column }: Cell): void {
  const { selection, select } = useImport.getState();
  if (!selection.paths.has(path)) select(selectRow(selection, order, path));
  else select({ ...selection, lead: path });
  focusLater(table, `[data-field="${CSS.escape(toFieldKey(path, column))}"]`);
}

/** The row may have to be scrolled into view before it exists. */
function focusLater(table: HTMLTableElement, selector: string, patience = 10): void {
  requestAnimationFrame(() => {
    const found = table.querySelector<HTMLElement>(selector);
    if (found instanceof HTMLInputElement && found.type === 'text') found.select();
    if (found) found.focus();
    else if (patience > 0) focusLater(table, selector, patience - 1);
  });
}

/** Pastes a block of cells, as spreadsheets copy them, from the field that has the focus to the right and down. */
export function answerTablePaste(event: ClipboardEvent<HTMLTableElement>, { files, study }: Rows): void {
  const cell = findCell(event.target);
  const block = parseBlock(event.clipboardData.getData('text/plain'));
  if (!cell || !block) return;
  event.preventDefault();
  const order = files.map(({ path }) => path);
  useImport.getState().change((draft) => pasteCells(draft, order, cell, block, study));
}

/** Copies the selected rows as a block of cells; in a field, the field's own words are copied. */
export function answerTableCopy(event: ClipboardEvent<HTMLTableElement>, { files, study }: Rows): void {
  if (!(event.target instanceof HTMLTableRowElement)) return;
  const { paths } = useImport.getState().selection;
  const rows = files.filter(({ path }) => paths.has(path));
  event.clipboardData.setData('text/plain', toBlock(rows, study));
  event.preventDefault();
}
