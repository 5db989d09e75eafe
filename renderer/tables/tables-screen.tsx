import { Center, Loader, Tabs } from '@mantine/core';
import { useCodes } from '../state/queries.ts';
import { CoOccurrencePart } from './co-occurrence-part.tsx';
import { CodesPart } from './codes-part.tsx';
import { FrameworkPart } from './framework-part.tsx';
import { tableParts, useTablesDesk } from './tables-desk.ts';
import classes from './tables-screen.module.css';

/** Codes counted, codes together, and what the researcher holds of each company: as tables. */
export function TablesScreen() {
  const part = useTablesDesk((desk) => desk.part);
  const change = useTablesDesk((desk) => desk.change);
  const codes = useCodes().data;
  if (!codes) {
    return (
      <Center h="100%">
        <Loader size="sm" aria-label="Reading the codes" />
      </Center>
    );
  }
  return (
    <Tabs
      value={part}
      onChange={(value) => change({ part: tableParts.find((known) => known === value) ?? 'codes' })}
      keepMounted={false}
      classNames={{ root: classes.screen ?? '', panel: classes.panel ?? '', list: classes.tabs ?? '' }}
    >
      <Tabs.List aria-label="Tables">
        <Tabs.Tab value="codes">Codes ×</Tabs.Tab>
        <Tabs.Tab value="co-occurrence">Co-occurrence</Tabs.Tab>
        <Tabs.Tab value="framework">Framework matrix</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="codes">
        <CodesPart codes={codes} />
      </Tabs.Panel>
      <Tabs.Panel value="co-occurrence">
        <CoOccurrencePart codes={codes} />
      </Tabs.Panel>
      <Tabs.Panel value="framework">
        <FrameworkPart codes={codes} />
      </Tabs.Panel>
    </Tabs>
  );
}
