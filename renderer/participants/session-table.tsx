import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { parseMinutes } from '../../db/model/minutes.ts';
import { RowGap } from '../widgets/row-gap.tsx';
import { listAskedGroups } from './asked-groups.ts';
import { moveBetweenCells } from './cell-keys.ts';
import { toOptions } from './editable-choice.tsx';
import { NewRow } from './new-row.tsx';
import { NoSessions } from './no-sessions.tsx';
import { findParticipantIds } from './participant-ids.ts';
import styles from './participants.module.css';
import { addSession } from './people-actions.ts';
import { SessionRow } from './session-row.tsx';
import type { SessionTableProps } from './session-table-props.ts';

const columns = [
  'Session',
  'Company',
  'Technique',
  'Date',
  'Minutes',
  'Participants present',
  'Interviewer',
  'Language',
  'Place',
  'Asked',
  'Transcripts',
];

/** All sessions, one row each, edited in place. */
export function SessionTable(props: SessionTableProps) {
  const [isAdding, setAdding] = useState(false);
  const { sessions, scheme } = props;
  const groups = useMemo(() => listAskedGroups(scheme), [scheme]);
  const scroller = useRef<HTMLElement>(null);
  // Only sessions in view are drawn, so that a thousand are no slower than ten.
  const virtual = useVirtualizer({
    count: sessions.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 29,
    overscan: 12,
    getItemKey: (index) => sessions[index]?.id ?? index,
  });
  const rows = virtual.getVirtualItems();
  const above = rows[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (rows.at(-1)?.end ?? 0);
  const hasCompanies = props.companies.length > 0;
  if (sessions.length === 0 && !isAdding)
    return <NoSessions hasCompanies={hasCompanies} onAdd={() => setAdding(true)} />;
  return (
    <section aria-label="Sessions" className={styles.scroller} ref={scroller}>
      <table
        className={`${styles.table} ${styles.sessions}`}
        aria-label="Sessions"
        onKeyDown={moveBetweenCells}
      >
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
            <th scope="col" className={styles.actions}>
              <span className={styles.unseen}>Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {above > 0 && <RowGap columns={columns.length + 1} height={above} />}
          {rows.map(({ index, key }) => {
            const session = sessions[index];
            return (
              session && (
                <SessionRow
                  key={key}
                  ref={virtual.measureElement}
                  index={index}
                  session={session}
                  groups={groups}
                  {...props}
                />
              )
            );
          })}
          {below > 0 && <RowGap columns={columns.length + 1} height={below} />}
          {isAdding && <NewSession {...props} onClose={() => setAdding(false)} />}
        </tbody>
      </table>
      {!isAdding && hasCompanies && (
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconPlus size={14} />}
          onClick={() => setAdding(true)}
        >
          Add session
        </Button>
      )}
    </section>
  );
}

function NewSession({
  companies,
  techniques,
  practitioners,
  onClose,
}: SessionTableProps & { onClose: () => void }) {
  const fields = [
    { key: 'label', label: 'Session', placeholder: 'A_P1_2021-01-18', isRequired: true },
    toChoice('company', 'Company', companies),
    toChoice(
      'technique',
      'Technique',
      techniques.map(({ id, letter, name }) => ({ id, label: `${letter} ${name}` })),
    ),
    { key: 'date', label: 'Date', type: 'date' as const },
    { key: 'minutes', label: 'Minutes', placeholder: '45' },
    { key: 'participants', label: 'Participants present', placeholder: 'W1-W5, W7' },
    { key: 'interviewer', label: 'Interviewer' },
    { key: 'language', label: 'Language', placeholder: 'en' },
    { key: 'place', label: 'Place' },
    null,
    null,
  ];
  const save = async (values: Record<string, string>) =>
    addSession({
      label: values.label ?? '',
      companyId: Number(values.company),
      techniqueId: Number(values.technique),
      date: values.date || null,
      durationMinutes: parseMinutes(values.minutes ?? ''),
      interviewer: values.interviewer ?? '',
      language: values.language ?? '',
      place: values.place ?? '',
      asked: [],
      participantIds: findParticipantIds(practitioners, values.participants ?? ''),
    });
  return <NewRow what="session" fields={fields} onSave={save} onClose={onClose} />;
}

function toChoice(key: string, label: string, rows: readonly { id: number; label: string }[]) {
  return {
    key,
    label,
    initial: String(rows[0]?.id ?? ''),
    options: toOptions(rows),
  };
}
