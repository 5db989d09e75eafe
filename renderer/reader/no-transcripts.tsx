import { Button, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useDesk } from '../state/desk.ts';
import classes from './no-transcripts.module.css';

/** What a new study says where the text will be. */
export function NoTranscripts() {
  const { startImport } = useDesk.getState();
  return (
    <div className={classes.empty}>
      <Text fw={600}>No transcript yet</Text>
      <Text size="sm" c="dimmed">
        Import the files of your interviews, workshops, meetings and stand-ups. You can also drop files or a
        folder on this window.
      </Text>
      <Button leftSection={<IconFileImport size={16} />} onClick={() => startImport([])}>
        Import transcripts
      </Button>
    </div>
  );
}
