import { Button, Stack, Text, Title } from '@mantine/core';
import { useDesk } from '../state/desk.ts';
import type { ItemKind } from './matrix-view.ts';

/** What to do when there is nothing to compare yet. */
export function EmptyMatrix({ hasCompanies, kind }: { hasCompanies: boolean; kind: ItemKind }) {
  const showScreen = useDesk((desk) => desk.showScreen);
  const isOpenKind = kind === 'open' && hasCompanies;
  return (
    <Stack align="flex-start" gap="xs" p="xl" maw={560}>
      <Title order={2} size="h5">
        {isOpenKind ? 'No open codes yet' : 'No company yet'}
      </Title>
      <Text size="sm" c="dimmed">
        {isOpenKind
          ? 'An open code is a label of your own. Select a passage in a transcript and type a new name, and it appears here as a row.'
          : 'Import transcripts and code them. Each company then becomes a column here, with one part for each technique.'}
      </Text>
      <Button size="xs" variant="default" onClick={() => showScreen('transcripts')}>
        Go to Transcripts
      </Button>
    </Stack>
  );
}
