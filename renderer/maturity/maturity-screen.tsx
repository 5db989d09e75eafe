import { Button, Center, Loader, Stack, Tabs, Text, Title } from '@mantine/core';
import { useDesk } from '../state/desk.ts';
import { useFindings, usePlacements, useStudy } from '../state/queries.ts';
import { ChecksPart } from './checks-part.tsx';
import { FigurePart } from './figure-part.tsx';
import { maturityParts, useMaturityDesk } from './maturity-desk.ts';
import classes from './maturity-screen.module.css';
import { PlacementPart } from './placement-part.tsx';
import { RatingPart } from './rating-part.tsx';

/** From the evidence to the ratings, from the ratings to the placement, from the placement to the figure. */
export function MaturityScreen() {
  const part = useMaturityDesk((desk) => desk.part);
  const showPart = useMaturityDesk((desk) => desk.showPart);
  const study = useStudy().data;
  const placements = usePlacements().data;
  const findings = useFindings().data;
  if (!study || !placements) {
    return (
      <Center h="100%">
        <Loader size="sm" aria-label="Reading the ratings" />
      </Center>
    );
  }
  if (placements.length === 0) return <NoCompany />;
  const findingCount = findings?.reduce((sum, { items }) => sum + items.length, 0) ?? 0;
  return (
    <Tabs
      value={part}
      onChange={(value) => showPart(maturityParts.find((known) => known === value) ?? 'rating')}
      keepMounted={false}
      classNames={{ root: classes.screen ?? '', panel: classes.panel ?? '', list: classes.tabs ?? '' }}
    >
      <Tabs.List aria-label="Maturity">
        <Tabs.Tab value="rating">Rating</Tabs.Tab>
        <Tabs.Tab value="placement">Placement</Tabs.Tab>
        <Tabs.Tab value="figure">Figure</Tabs.Tab>
        <Tabs.Tab value="checks">
          Checks{findingCount > 0 && <span className={classes.count}>{findingCount}</span>}
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="rating">
        <RatingPart scheme={study.scheme} companies={placements} />
      </Tabs.Panel>
      <Tabs.Panel value="placement">
        <PlacementPart study={study} placements={placements} />
      </Tabs.Panel>
      <Tabs.Panel value="figure">
        <FigurePart study={study} placements={placements} />
      </Tabs.Panel>
      <Tabs.Panel value="checks">
        <ChecksPart companies={placements} />
      </Tabs.Panel>
    </Tabs>
  );
}

function NoCompany() {
  const showScreen = useDesk((desk) => desk.showScreen);
  return (
    <Stack align="flex-start" gap="xs" p="xl" maw={560}>
      <Title order={2} size="h5">
        No company yet
      </Title>
      <Text size="sm" c="dimmed">
        Import transcripts or add a company first. Here you then rate its preconditions, place it on a stage
        and draw the figure.
      </Text>
      <Button size="xs" variant="default" onClick={() => showScreen('transcripts')}>
        Go to Transcripts
      </Button>
    </Stack>
  );
}
