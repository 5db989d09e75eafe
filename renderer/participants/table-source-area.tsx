import { Button, Text, Textarea } from '@mantine/core';
import { IconTableImport } from '@tabler/icons-react';
import { useState } from 'react';
import { runAction } from '../widgets/run-action.ts';
import styles from './table-dialog.module.css';
import type { TableImport } from './use-table-import.ts';

/** What the dialog shows while it has no table: how one gets into it. */
export function TableSourceArea({ work }: { work: TableImport }) {
  const [typed, setTyped] = useState('');
  return (
    <div className={styles.source}>
      <IconTableImport size={34} stroke={1.3} aria-hidden />
      <Text fw={600}>Drop an Excel or CSV file here, or paste cells</Text>
      <Button data-autofocus onClick={() => void chooseFile(work)}>
        Choose file…
      </Button>
      <Textarea
        className={styles.pasteField ?? ''}
        size="xs"
        data-paste-table=""
        aria-label="Paste cells"
        placeholder="Copy the cells in Excel, LibreOffice or a document, and paste them here or anywhere (Ctrl+V)"
        rows={3}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {typed.trim() !== '' && (
        <Button size="compact-sm" onClick={() => void work.read({ kind: 'pasted', text: typed })}>
          Read these cells
        </Button>
      )}
      <Text size="xs" c="dimmed" maw={520}>
        Columns are recognised by their heads in several languages, and can be chosen. You see what every row
        would do before anything is written.
      </Text>
    </div>
  );
}

/** Asks for a file and reads it. */
export async function chooseFile(work: TableImport): Promise<void> {
  const path = await runAction(() => window.casebench.chooseTable());
  if (path) await work.read({ kind: 'file', path, sheet: null });
}
