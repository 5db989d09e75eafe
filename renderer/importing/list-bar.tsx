import { Button, SegmentedControl } from '@mantine/core';
import { useMemo } from 'react';
import { chooseFiles } from './choose-files.ts';
import { useImport } from './import-store.ts';
import styles from './importing.module.css';
import type { PreparedFiles } from './use-prepared-files.ts';
import { countByFilter, type FileFilter, fileFilters } from './visible-files.ts';

const filterNames: Record<FileFilter, string> = { all: 'All', settle: 'To settle', look: 'To look at' };

/** Above the table: which files it shows, and how others are added. */
export function ListBar({ files, missingOf, noticesOf }: PreparedFiles) {
  const filter = useImport((state) => state.filter);
  const { show, clear } = useImport.getState();
  const counts = useMemo(() => countByFilter(files, { missingOf, noticesOf }), [files, missingOf, noticesOf]);
  return (
    <div className={styles.bar} role="toolbar" aria-label="List of files">
      <SegmentedControl
        size="xs"
        aria-label="Which files are shown"
        value={filter}
        onChange={(value) => show({ filter: fileFilters.find((one) => one === value) ?? 'all' })}
        data={fileFilters.map((value) => ({
          value,
          label: `${filterNames[value]} ${counts[value].toLocaleString('en')}`,
        }))}
      />
      <span className={styles.room} />
      <Button size="compact-sm" variant="subtle" onClick={clear}>
        Clear list
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => void chooseFiles()}>
        Add files…
      </Button>
    </div>
  );
}
