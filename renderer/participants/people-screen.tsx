import { Button, Group, Tabs, Text, Title } from '@mantine/core';
import { IconCopy, IconFileImport, IconPlus, IconTableImport } from '@tabler/icons-react';
import { useState } from 'react';
import type { Attribute, Practitioner } from '../../electron/ipc/contract/people.ts';
import type { PeopleTable } from '../../electron/ipc/contract/tables.ts';
import { useDesk } from '../state/desk.ts';
import {
  useAttributes,
  useCompanies,
  usePractitioners,
  useSessions,
  useStudy,
  useTechniques,
} from '../state/queries.ts';
import { copyText } from '../widgets/copy-text.ts';
import { count } from '../widgets/count.ts';
import { showNotice } from '../widgets/run-action.ts';
import { AddAttribute } from './add-attribute.tsx';
import { CompanySection } from './company-section.tsx';
import { describePeople, summarisePeople } from './company-summary.ts';
import { NewRow } from './new-row.tsx';
import styles from './participants.module.css';
import { saveCompany, type TechniqueRow } from './people-actions.ts';
import { toPeopleText } from './people-text.ts';
import { SessionTable } from './session-table.tsx';
import { TableDialog } from './table-dialog.tsx';
import { TechniqueTable } from './technique-table.tsx';

const tabs = ['practitioners', 'sessions', 'techniques'] as const;
type Tab = (typeof tabs)[number];

/** Companies with their practitioners, sessions and techniques, each in a table that is edited in place. */
export function PeopleScreen() {
  const [tab, setTab] = useState<Tab>('practitioners');
  const [importing, setImporting] = useState<PeopleTable | null>(null);
  const study = useStudy().data;
  const companies = useCompanies().data;
  const practitioners = usePractitioners().data;
  const techniques = useTechniques().data;
  const sessions = useSessions().data;
  const attributes = useAttributes().data;
  if (!study || !companies || !practitioners || !techniques || !sessions || !attributes) return null;
  const startImport = () => setImporting(tab === 'sessions' ? 'sessions' : 'participants');
  return (
    <div className={styles.screen}>
      <Tabs
        value={tab}
        onChange={(value) => setTab(tabs.find((one) => one === value) ?? 'practitioners')}
        classNames={{ root: styles.tabs ?? '', panel: styles.panel ?? '', list: styles.tabList ?? '' }}
      >
        <div className={styles.bar}>
          <Tabs.List>
            <Tabs.Tab value="practitioners">Practitioners</Tabs.Tab>
            <Tabs.Tab value="sessions">Sessions</Tabs.Tab>
            <Tabs.Tab value="techniques">Techniques</Tabs.Tab>
          </Tabs.List>
          <span className={styles.total}>
            {tab === 'sessions'
              ? count(sessions.length, 'session')
              : describePeople(summarisePeople(practitioners))}
          </span>
          {tab === 'practitioners' && practitioners.length > 0 && (
            <PractitionerTools {...{ practitioners, techniques, attributes }} />
          )}
          {tab !== 'techniques' && (
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconTableImport size={14} />}
              onClick={startImport}
            >
              Import table…
            </Button>
          )}
        </div>
        <Tabs.Panel value="practitioners" keepMounted={false} className={styles.wide ?? ''}>
          {companies.map((company) => (
            <CompanySection
              key={company.id}
              company={company}
              practitioners={practitioners.filter(({ companyId }) => companyId === company.id)}
              {...{ techniques, attributes, companies }}
            />
          ))}
          <AddCompany isFirst={companies.length === 0} onImport={startImport} />
        </Tabs.Panel>
        <Tabs.Panel value="sessions" keepMounted={false}>
          <SessionTable {...{ sessions, companies, techniques, practitioners, scheme: study.scheme }} />
        </Tabs.Panel>
        <Tabs.Panel value="techniques" keepMounted={false}>
          <TechniqueTable {...{ techniques, practitioners, sessions }} />
        </Tabs.Panel>
      </Tabs>
      {importing !== null && <TableDialog initial={importing} onClose={() => setImporting(null)} />}
    </div>
  );
}

type ToolProps = {
  practitioners: readonly Practitioner[];
  techniques: readonly TechniqueRow[];
  attributes: readonly Attribute[];
};

function PractitionerTools({ practitioners, techniques, attributes }: ToolProps) {
  const copy = () => {
    copyText(toPeopleText(practitioners, techniques, attributes));
    showNotice('Copied', `${count(practitioners.length, 'practitioner')}, to be pasted into a spreadsheet.`);
  };
  return (
    <>
      <AddAttribute />
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconCopy size={14} />}
        title="Copies all practitioners as cells for a spreadsheet"
        onClick={copy}
      >
        Copy table
      </Button>
    </>
  );
}

function AddCompany({ isFirst, onImport }: { isFirst: boolean; onImport: () => void }) {
  const [isAdding, setAdding] = useState(false);
  if (isAdding) return <NewCompany onClose={() => setAdding(false)} />;
  const start = () => setAdding(true);
  if (isFirst) return <NoCompanies onAdd={start} onImport={onImport} />;
  return (
    <Button variant="default" size="xs" leftSection={<IconPlus size={14} />} onClick={start}>
      Add company
    </Button>
  );
}

function NoCompanies({ onAdd, onImport }: { onAdd: () => void; onImport: () => void }) {
  const startImport = useDesk((desk) => desk.startImport);
  return (
    <div className={styles.empty}>
      <Title order={2} size="h4">
        Nobody here yet
      </Title>
      <Text c="dimmed" size="sm" maw={460}>
        Import transcripts: companies, sessions and participant ids such as P1 or W3 are found in file names
        and speaker labels. Or take people from a table you have, such as an Excel file, or begin with a
        company and add its practitioners by hand.
      </Text>
      <Group gap="xs">
        <Button size="xs" leftSection={<IconFileImport size={15} />} onClick={() => startImport([])}>
          Import transcripts…
        </Button>
        <Button size="xs" variant="default" leftSection={<IconTableImport size={15} />} onClick={onImport}>
          Import table…
        </Button>
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={onAdd}>
          Add company
        </Button>
      </Group>
    </div>
  );
}

function NewCompany({ onClose }: { onClose: () => void }) {
  return (
    <section className={styles.company} aria-label="New company">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Label</th>
            <th scope="col">Name</th>
            <th scope="col">Description</th>
            <th scope="col" className={styles.actions} />
          </tr>
        </thead>
        <tbody>
          <NewRow
            what="company"
            fields={[
              { key: 'label', label: 'Label', placeholder: 'A', isRequired: true },
              { key: 'name', label: 'Name', placeholder: 'Telecommunications', isRequired: true },
              { key: 'definition', label: 'Description', placeholder: 'What it makes, how large it is' },
            ]}
            onSave={({ label = '', name = '', definition = '' }) => saveCompany({ label, name, definition })}
            onClose={onClose}
          />
        </tbody>
      </table>
    </section>
  );
}
