import { ActionIcon } from '@mantine/core';
import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import type { ImportProblem } from '../../electron/ipc/contract/transcripts.ts';
import { useImport } from './import-store.ts';
import styles from './importing.module.css';

/** Files that could not be read or imported, each with its sentence; the others go on. */
export function ProblemList({ problems }: { problems: readonly ImportProblem[] }) {
  const change = useImport((state) => state.change);
  if (problems.length === 0) return null;
  return (
    <section className={styles.problems} aria-label="Problems">
      <IconAlertTriangle size={16} stroke={1.7} aria-hidden />
      <ul>
        {problems.map(({ path, message }) => (
          <li key={path} title={path}>
            {message}
          </li>
        ))}
      </ul>
      <ActionIcon
        size="sm"
        aria-label="Take problems off the list"
        onClick={() => change((draft) => ({ ...draft, problems: [] }))}
      >
        <IconX size={14} />
      </ActionIcon>
    </section>
  );
}
