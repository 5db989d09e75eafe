import { Button, Stack, Text, Title } from '@mantine/core';
import { useDesk } from '../state/desk.ts';

/** What to do when the framework matrix has no column or no row. */
export function NoFramework({ hasCompanies }: { hasCompanies: boolean }) {
  const showScreen = useDesk((desk) => desk.showScreen);
  return (
    <Stack align="flex-start" gap="xs" p="xl" maw={560}>
      <Title order={2} size="h5">
        {hasCompanies ? 'No such codes yet' : 'No company yet'}
      </Title>
      <Text size="sm" c="dimmed">
        {hasCompanies
          ? 'An open code is a label of your own. Select a passage in a transcript and type a new name, and it appears here as a row.'
          : 'Import transcripts or add a company first. Each company is a column here, in which you write what you hold of it.'}
      </Text>
      <Button size="xs" variant="default" onClick={() => showScreen('transcripts')}>
        Go to Transcripts
      </Button>
    </Stack>
  );
}
