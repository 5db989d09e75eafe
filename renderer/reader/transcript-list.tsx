import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import { IconFileImport, IconSearch } from '@tabler/icons-react';
import { memo, useDeferredValue, useMemo, useState } from 'react';
import type { Company } from '../../electron/ipc/contract/people.ts';
import { useDesk } from '../state/desk.ts';
import { useCompanies, useTranscripts } from '../state/queries.ts';
import side from '../widgets/side-pane.module.css';
import classes from './transcript-list.module.css';
import { TranscriptListRows } from './transcript-list-rows.tsx';
import { listRows } from './transcript-rows.ts';

const noCompanies: readonly Company[] = [];

/** All transcripts by company, with how much of each is coded. */
export const TranscriptList = memo(function TranscriptList() {
  const { data: transcripts } = useTranscripts();
  const companies = useCompanies().data ?? noCompanies;
  const [filter, setFilter] = useState('');
  const sought = useDeferredValue(filter);
  const { startImport } = useDesk.getState();
  const rows = useMemo(
    () => listRows(transcripts ?? [], companies, sought),
    [transcripts, companies, sought],
  );
  if (transcripts?.length === 0) return <p className={classes.hint}>No transcript yet.</p>;
  return (
    <nav className={side.pane} aria-label="Transcripts of the study">
      <header className={side.header}>
        <h2 className={side.title}>Transcripts</h2>
        <Tooltip label="Import transcripts">
          <ActionIcon aria-label="Import transcripts" onClick={() => startImport([])}>
            <IconFileImport size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </header>
      <TextInput
        size="xs"
        aria-label="Filter transcripts"
        placeholder="Filter transcripts"
        leftSection={<IconSearch size={14} stroke={1.6} />}
        value={filter}
        onChange={(event) => setFilter(event.currentTarget.value)}
      />
      {transcripts && rows.length === 0 ? (
        <p className={classes.hint}>No transcript matches the filter.</p>
      ) : (
        <TranscriptListRows rows={rows} />
      )}
    </nav>
  );
});
