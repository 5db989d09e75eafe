import { SegmentedControl } from '@mantine/core';
import { type DragEvent, useEffect } from 'react';
import type { PeopleTable } from '../../electron/ipc/contract/tables.ts';
import { FullSheet } from '../widgets/full-sheet.tsx';
import styles from './table-dialog.module.css';
import { TableFooter } from './table-footer.tsx';
import { tableNames } from './table-import.ts';
import { TableMapping } from './table-mapping.tsx';
import { TableOutcomes } from './table-outcomes.tsx';
import { TableSourceArea } from './table-source-area.tsx';
import { type TableImport, useTableImport } from './use-table-import.ts';

type Props = { initial: PeopleTable; onClose: () => void };

const order: readonly PeopleTable[] = ['participants', 'sessions', 'companies'];

/**
 * The sheet in which people, sessions or companies are taken from a table: where it comes from, what its columns hold,
 * what would be done row by row, then one undoable step.
 */
export function TableDialog({ initial, onClose }: Props) {
  const work = useTableImport(initial);
  usePaste(work);
  return (
    <FullSheet
      opened
      onClose={onClose}
      title="Import a table"
      closeLabel="Close table import"
      onDragOver={keepHere}
      onDrop={(event) => takeDroppedFile(event, work)}
    >
      <div className={styles.kind}>
        <SegmentedControl
          size="xs"
          aria-label="What the rows of the table are"
          data={order.map((table) => ({ value: table, label: tableNames[table].name }))}
          value={work.table}
          onChange={(value) => {
            const table = order.find((one) => one === value);
            if (table) work.chooseTable(table);
          }}
        />
        <span className={styles.meaning}>{meanings[work.table]}</span>
      </div>
      {work.problem !== null && (
        <p role="alert" className={styles.problem}>
          {work.problem}
        </p>
      )}
      {work.prepared ? <Work work={work} onClose={onClose} /> : <TableSourceArea work={work} />}
    </FullSheet>
  );
}

const meanings: Record<PeopleTable, string> = {
  participants:
    'One row a person, with one participant id or several. Rows with the same name are one person.',
  sessions: 'One row an interview, workshop, meeting or stand-up on one date.',
  companies: 'One row a company.',
};

function Work({ work, onClose }: { work: TableImport; onClose: () => void }) {
  return (
    <>
      <TableMapping work={work} />
      <TableOutcomes outcomes={work.outcomes} />
      <TableFooter work={work} onClose={onClose} />
    </>
  );
}

/** A paste anywhere in the dialog that is not into a field of text is a table. */
function usePaste(work: TableImport): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() === '' || isOtherField(event.target)) return;
      event.preventDefault();
      void work.read({ kind: 'pasted', text });
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [work]);
}

function isOtherField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches('input, textarea') && !('pasteTable' in target.dataset)
  );
}

/** The window would import a dropped file as a transcript; here it is a table. */
function keepHere(event: DragEvent): void {
  if (!event.dataTransfer.types.includes('Files')) return;
  event.preventDefault();
  event.stopPropagation();
}

function takeDroppedFile(event: DragEvent, work: TableImport): void {
  const [file] = event.dataTransfer.files;
  if (!file) return;
  event.preventDefault();
  event.stopPropagation();
  const path = window.casebench.pathOfDroppedFile(file);
  if (path !== '') void work.read({ kind: 'file', path, sheet: null });
}
