import { Button, Stack, Text, Title } from '@mantine/core';
import { useDesk } from '../state/desk.ts';

/** What to do when a table has no row or no column. */
export function NothingToShow() {
  const showScreen = useDesk((desk) => desk.showScreen);
  return (
    <Stack align="flex-start" gap="xs" p="xl" maw={560}>
      <Title order={2} size="h5">
        Nothing to count
      </Title>
      <Text size="sm" c="dimmed">
        No excerpt has one of these codes and fits what is chosen above. Code some passages first, choose more
        codes, statuses or companies, or show the coders that are hidden.
      </Text>
      <Button size="xs" variant="default" onClick={() => showScreen('transcripts')}>
        Go to Transcripts
      </Button>
    </Stack>
  );
}
