import { Button, Group, Text, Title } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useDesk } from '../state/desk.ts';
import styles from './participants.module.css';

type Props = { hasCompanies: boolean; onAdd: () => void };

/** In the place of a table that would be nothing but heads: what sessions are, and where they come from. */
export function NoSessions({ hasCompanies, onAdd }: Props) {
  const startImport = useDesk((desk) => desk.startImport);
  return (
    <div className={styles.empty}>
      <Title order={2} size="h4">
        No session yet
      </Title>
      <Text c="dimmed" size="sm" maw={460}>
        A session is an interview, workshop, meeting or stand-up on one date. Each transcript that is imported
        brings its own
        {hasCompanies ? '; add one here to prepare it.' : '. To add one by hand, add its company first.'}
      </Text>
      <Group gap="xs">
        <Button size="xs" leftSection={<IconFileImport size={15} />} onClick={() => startImport([])}>
          Import transcripts…
        </Button>
        {hasCompanies && (
          <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={onAdd}>
            Add session
          </Button>
        )}
      </Group>
    </div>
  );
}
