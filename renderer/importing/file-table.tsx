import { useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, useEffect, useMemo, useRef } from 'react';
import { useSessions, useTechniques } from '../state/queries.ts';
import { RowGap } from '../widgets/row-gap.tsx';
import { FileColumns } from './file-columns.tsx';
import { FileRow } from './file-row.tsx';
import { useImport } from './import-store.ts';
import styles from './importing.module.css';
import { useFocusOnFirstRow } from './pane-focus.ts';
import { answerTableCopy, answerTableKey, answerTablePaste } from './row-keys.ts';
import { selectRow } from './row-selection.ts';
import { noneMissing, type PreparedFiles, useVisibleFiles } from './use-prepared-files.ts';
import { sortColumns } from './visible-files.ts';

/** The tick, and what is sorted by. */
const columnCount = sortColumns.length + 1;

/** All files, a row each; only rows in view are drawn, so that a thousand files are no slower than ten. */
export function FileTable({ prepared }: { prepared: PreparedFiles }) {
  const scroller = useRef<HTMLDivElement>(null);
  const files = useVisibleFiles(prepared);
  const techniques = useTechniques().data;
  const sessions = useSessions().data;
  const rows = useMemo(
    () => ({ files, study: { techniques: techniques ?? [], sessions: sessions ?? [] } }),
    [files, techniques, sessions],
  );
  const virtual = useVirtualizer({
    count: files.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 37,
    overscan: 8,
    getItemKey: (index) => files[index]?.path ?? index,
  });
  useFocusOnFirstRow(scroller);
  useLeadInView(rows.files, virtual.scrollToIndex);
  const drawn = virtual.getVirtualItems();
  const above = drawn[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0);
  return (
    <div className={styles.scroller} ref={scroller}>
      <table
        className={styles.table}
        aria-label="Files to import"
        aria-rowcount={files.length + 1}
        onKeyDown={(event) => answerTableKey(event, rows)}
        onKeyUp={(event) => event.key === 'Tab' && chooseRowOf(event.target, files)}
        onClick={(event) => chooseRowOf(event.target, files, event)}
        onPaste={(event) => answerTablePaste(event, rows)}
        onCopy={(event) => answerTableCopy(event, rows)}
      >
        <FileColumns prepared={prepared} visible={files} />
        <tbody>
          {above > 0 && <RowGap columns={columnCount} height={above} />}
          {drawn.map(({ index, key }) => {
            const file = files[index];
            if (!file) return null;
            return (
              <FileRow
                key={key}
                ref={virtual.measureElement}
                index={index}
                file={file}
                missing={prepared.missingOf.get(file.path) ?? noneMissing}
                notices={prepared.noticesOf.get(file.path) ?? 0}
              />
            );
          })}
          {below > 0 && <RowGap columns={columnCount} height={below} />}
        </tbody>
      </table>
      {files.length === 0 && prepared.files.length > 0 && (
        <p className={styles.emptyFilter}>No file of the list needs that.</p>
      )}
    </div>
  );
}

/** Scrolls to the row whose details are shown when another one is chosen, not whenever rows come or go. */
function useLeadInView(files: PreparedFiles['files'], scrollToIndex: (index: number) => void): void {
  const lead = useImport(({ selection }) => selection.lead);
  const latest = useRef({ files, scrollToIndex });
  latest.current = { files, scrollToIndex };
  useEffect(() => {
    const index = latest.current.files.findIndex(({ path }) => path === lead);
    if (index >= 0) latest.current.scrollToIndex(index);
  }, [lead]);
}

/** Chooses the row in which somebody clicked, with Shift and Ctrl as in any list, or into which Tab went. */
function chooseRowOf(target: EventTarget, files: PreparedFiles['files'], click?: MouseEvent): void {
  const element = target instanceof Element ? target : null;
  const index = element?.closest('tr[data-index]')?.getAttribute('data-index') ?? '';
  const path = files[Number(index)]?.path;
  if (index === '' || path === undefined) return;
  const { selection, select } = useImport.getState();
  const isInField = element?.closest('input, select, button') != null;
  // Going into a field of one of several selected rows is for that field and keeps the others selected.
  if ((isInField || !click) && selection.paths.has(path)) {
    if (selection.lead !== path) select({ ...selection, lead: path });
    return;
  }
  const order = files.map((file) => file.path);
  const isToggle = click !== undefined && (click.ctrlKey || click.metaKey);
  select(selectRow(selection, order, path, { isRange: click?.shiftKey ?? false, isToggle }));
}
