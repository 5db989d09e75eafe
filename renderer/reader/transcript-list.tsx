import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import { IconFileImport, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { TranscriptRow } from '../../electron/ipc/contract/transcripts.ts';
import { foldText } from '../codes/code-search.ts';
import { useDesk } from '../state/desk.ts';
import { useCompanies, useTranscripts } from '../state/queries.ts';
import side from '../widgets/side-pane.module.css';
import { TechniqueGlyph } from '../widgets/technique-glyph.tsx';
import classes from './transcript-list.module.css';

/** All transcripts by company, with how much of each is coded. */
export function TranscriptList() {
  const { data: transcripts } = useTranscripts();
  const [filter, setFilter] = useState('');
  const { startImport } = useDesk.getState();
  const groups = useMemo(() => groupByCompany(transcripts ?? [], filter), [transcripts, filter]);
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
      <div className={classes.list}>
        {groups.map(([companyId, rows]) => (
          <CompanyGroup key={companyId} rows={rows} />
        ))}
        {transcripts && groups.length === 0 ? (
          <p className={classes.hint}>No transcript matches the filter.</p>
        ) : null}
      </div>
    </nav>
  );
}

function CompanyGroup({ rows }: { rows: TranscriptRow[] }) {
  const { data: companies } = useCompanies();
  const [first] = rows;
  if (!first) return null;
  const name = companies?.find(({ id }) => id === first.companyId)?.name ?? '';
  const hasName = name !== '' && name !== first.company;
  return (
    <section aria-label={`Company ${first.company}`}>
      <h3 className={classes.company}>
        {first.company}
        {hasName ? <span className={classes.companyName}>{name}</span> : null}
      </h3>
      <ul className={classes.rows}>
        {rows.map((row) => (
          <li key={row.id}>
            <Row row={row} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Row({ row }: { row: TranscriptRow }) {
  const isOpen = useDesk((desk) => desk.transcriptId === row.id);
  const { openTranscript } = useDesk.getState();
  return (
    <button
      type="button"
      className={classes.row}
      aria-current={isOpen ? 'true' : undefined}
      title={`${row.words.toLocaleString()} words, ${row.turns.toLocaleString()} turns`}
      onClick={() => isOpen || openTranscript(row.id)}
    >
      <TechniqueGlyph letter={row.technique} />
      <span className={classes.name}>{row.name}</span>
      {hasDateInName(row) ? null : <span className={classes.date}>{row.date}</span>}
      <span className={classes.words}>{shorten(row.words)}</span>
      <span className={classes.count} title={`${row.codings} codings`}>
        {row.codings || ''}
      </span>
    </button>
  );
}

/** Many files are named by their date; it is not said twice then. */
const hasDateInName = ({ name, date }: TranscriptRow) => date !== null && name.includes(date);

/** Words in thousands, because the list has little room; the exact number is told on hovering. */
const shorten = (words: number) =>
  words < 1000 ? String(words) : `${(words / 1000).toFixed(words < 10_000 ? 1 : 0)}k`;

function groupByCompany(transcripts: readonly TranscriptRow[], filter: string): [number, TranscriptRow[]][] {
  const words = foldText(filter).split(' ').filter(Boolean);
  const groups = new Map<number, TranscriptRow[]>();
  for (const row of transcripts) {
    const searched = foldText(
      `${row.name} ${row.company} ${row.technique} ${row.date ?? ''} ${row.fileName}`,
    );
    if (!words.every((word) => searched.includes(word))) continue;
    groups.set(row.companyId, [...(groups.get(row.companyId) ?? []), row]);
  }
  return [...groups];
}
