import { Button, Group, Tabs, Text, Title } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useDesk } from '../state/desk.ts';
import { useCompanies, usePractitioners, useSessions, useTechniques } from '../state/queries.ts';
import { CompanySection } from './company-section.tsx';
import { describePeople, summarisePeople } from './company-summary.ts';
import { NewRow } from './new-row.tsx';
import styles from './participants.module.css';
import { saveCompany } from './people-actions.ts';
import { SessionTable } from './session-table.tsx';
import { TechniqueTable } from './technique-table.tsx';

/** Companies with their practitioners, sessions and techniques, each in a table that is edited in place. */
export function PeopleScreen() {
  const companies = useCompanies().data;
  const practitioners = usePractitioners().data;
  const techniques = useTechniques().data;
  const sessions = useSessions().data;
  if (!companies || !practitioners || !techniques || !sessions) return null;
  return (
    <div className={styles.screen}>
      <Tabs defaultValue="practitioners" classNames={{ root: styles.tabs ?? '', panel: styles.panel ?? '' }}>
        <Tabs.List>
          <Tabs.Tab value="practitioners">Practitioners</Tabs.Tab>
          <Tabs.Tab value="sessions">Sessions</Tabs.Tab>
          <Tabs.Tab value="techniques">Techniques</Tabs.Tab>
          <span className={styles.total}>{describePeople(summarisePeople(practitioners))}</span>
        </Tabs.List>
        <Tabs.Panel value="practitioners" keepMounted={false}>
          {companies.map((company) => (
            <CompanySection
              key={company.id}
              company={company}
              practitioners={practitioners.filter(({ companyId }) => companyId === company.id)}
              techniques={techniques}
            />
          ))}
          <AddCompany isFirst={companies.length === 0} />
        </Tabs.Panel>
        <Tabs.Panel value="sessions" keepMounted={false}>
          <SessionTable {...{ sessions, companies, techniques, practitioners }} />
        </Tabs.Panel>
        <Tabs.Panel value="techniques" keepMounted={false}>
          <TechniqueTable {...{ techniques, practitioners, sessions }} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

function AddCompany({ isFirst }: { isFirst: boolean }) {
  const [isAdding, setAdding] = useState(false);
  if (isAdding) return <NewCompany onClose={() => setAdding(false)} />;
  const start = () => setAdding(true);
  if (isFirst) return <NoCompanies onAdd={start} />;
  return (
    <Button variant="default" size="xs" leftSection={<IconPlus size={14} />} onClick={start}>
      Add company
    </Button>
  );
}

function NoCompanies({ onAdd }: { onAdd: () => void }) {
  const startImport = useDesk((desk) => desk.startImport);
  return (
    <div className={styles.empty}>
      <Title order={2} size="h4">
        Nobody here yet
      </Title>
      <Text c="dimmed" size="sm" maw={460}>
        Import transcripts: companies, sessions and participant ids such as P1 or W3 are found in file names
        and speaker labels. Or begin with a company and add its practitioners by hand.
      </Text>
      <Group gap="xs">
        <Button size="xs" leftSection={<IconFileImport size={15} />} onClick={() => startImport([])}>
          Import transcripts…
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
