import { Checkbox } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { FileRow } from './file-row.tsx';
import { changeFiles } from './import-draft.ts';
import { useImport } from './import-store.ts';
import styles from './importing.module.css';
import { findNextRow, selectAll, selectRow } from './row-selection.ts';
import { noneMissing, type PreparedFiles } from './use-prepared-files.ts';

/** All files, a row each; only rows in view are drawn, so that a thousand files are no slower than ten. */
export function FileTable({ files, missingOf }: PreparedFiles) {
  const scroller = useRef<HTMLDivElement>(null);
  const lead = useImport(({ selection }) => selection.lead);
  const virtual = useVirtualizer({
    count: files.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 37,
    overscan: 8,
    getItemKey: (index) => files[index]?.path ?? index,
  });
  const leadIndex = files.findIndex(({ path }) => path === lead);
  const scrollToIndex = useRef(virtual.scrollToIndex);
  useEffect(() => {
    if (leadIndex >= 0) scrollToIndex.current(leadIndex);
  }, [leadIndex]);
  const onKeyDown = answerRowKeys(files.map(({ path }) => path));
  const rows = virtual.getVirtualItems();
  const above = rows[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (rows.at(-1)?.end ?? 0);
  return (
    <div className={styles.scroller} ref={scroller}>
      <table
        className={styles.table}
        aria-label="Files to import"
        aria-rowcount={files.length + 1}
        onKeyDown={onKeyDown}
      >
        <FileColumns />
        <tbody>
          {above > 0 && <Gap height={above} />}
          {rows.map(({ index, key }) => {
            const file = files[index];
            if (!file) return null;
            return (
              <FileRow
                key={key}
                ref={virtual.measureElement}
                index={index}
                file={file}
                missing={missingOf.get(file.path) ?? noneMissing}
              />
            );
          })}
          {below > 0 && <Gap height={below} />}
        </tbody>
      </table>
    </div>
  );
}

function Gap({ height }: { height: number }) {
  return (
    <tr aria-hidden>
      <td colSpan={9} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}

const columns = ['Transcript', 'Company', 'Technique', 'Date', 'Session', 'Words', 'Turns', 'Speakers'];

function FileColumns() {
  const { draft, change } = useImport();
  const included = draft.files.filter(({ isIncluded }) => isIncluded).length;
  const isAll = included === draft.files.length;
  const tickAll = () =>
    change((former) =>
      changeFiles(former, new Set(former.files.map(({ path }) => path)), { isIncluded: !isAll }),
    );
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.tick}>
          <Checkbox
            size="xs"
            aria-label="Import all files"
            checked={isAll}
            indeterminate={included > 0 && !isAll}
            onChange={tickAll}
          />
        </th>
        {columns.map((column) => (
          <th scope="col" key={column} data-column={column}>
            {column}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Arrows choose the next row, with Shift more rows; Ctrl+A all; the space bar ticks; Delete takes off the list. */
function answerRowKeys(order: readonly string[]) {
  return (event: KeyboardEvent<HTMLTableElement>) => {
    // Keys pressed in a field of a row are the field's.
    if (!(event.target instanceof HTMLTableRowElement)) return;
    const { selection, select, change } = useImport.getState();
    const isStep = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    if (isStep) {
      const next = findNextRow(selection, order, event.key === 'ArrowDown' ? 1 : -1);
      if (next !== undefined) select(selectRow(selection, order, next, { isRange: event.shiftKey }));
      if (next !== undefined) focusRow(event.currentTarget, order.indexOf(next));
    } else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
      select(selectAll(selection, order));
    } else if (event.key === ' ') {
      change((draft) => {
        const isIncluded = draft.files.some((file) => selection.paths.has(file.path) && !file.isIncluded);
        return changeFiles(draft, selection.paths, { isIncluded });
      });
    } else return;
    event.preventDefault();
  };
}

/** The row may have to be scrolled into view before it exists. */
function focusRow(table: HTMLTableElement, index: number): void {
  requestAnimationFrame(() => table.querySelector<HTMLElement>(`tr[data-index="${index}"]`)?.focus());
}
