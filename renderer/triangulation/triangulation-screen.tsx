import { Center, Group, Loader, SegmentedControl, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useCodes, useMatrix } from '../state/queries.ts';
import { EmptyMatrix } from './empty-matrix.tsx';
import { MatrixExport } from './matrix-export.tsx';
import { MatrixGrid } from './matrix-grid.tsx';
import { MatrixLegend } from './matrix-legend.tsx';
import { type ItemKind, listMatrixGroups } from './matrix-view.ts';
import classes from './triangulation-screen.module.css';

const kinds: { value: ItemKind; label: string }[] = [
  { value: 'activity', label: 'Activities' },
  { value: 'precondition', label: 'Preconditions' },
  { value: 'open', label: 'Open codes' },
];

/** Who says what of each item, company by company and technique by technique. */
export function TriangulationScreen() {
  const [kind, setKind] = useState<ItemKind>('activity');
  const matrix = useMatrix().data;
  const codes = useCodes().data;
  if (!matrix || !codes) {
    return (
      <Center h="100%">
        <Loader size="sm" aria-label="Reading the codings" />
      </Center>
    );
  }
  const groups = listMatrixGroups(codes, kind);
  const canShow = matrix.companies.length > 0 && groups.length > 0;
  return (
    <section className={classes.screen} aria-label="Triangulation">
      <Group className={classes.head} gap="md" wrap="nowrap">
        <Title order={1} size="h5">
          Triangulation
        </Title>
        <SegmentedControl
          size="xs"
          aria-label="Items in the rows"
          data={kinds}
          value={kind}
          onChange={(value) => setKind(kinds.find((choice) => choice.value === value)?.value ?? 'activity')}
        />
        <Text size="xs" c="dimmed" truncate className={classes.hint}>
          Every cell opens the excerpts behind it.
        </Text>
        {canShow && <MatrixExport />}
      </Group>
      {canShow ? (
        <>
          <MatrixLegend techniques={matrix.techniques} />
          <MatrixGrid key={kind} groups={groups} matrix={matrix} />
        </>
      ) : (
        <EmptyMatrix hasCompanies={matrix.companies.length > 0} kind={kind} />
      )}
    </section>
  );
}
