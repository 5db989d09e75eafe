import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { parseIds } from '../../db/model/participant-ids.ts';
import type { Attribute, Company, Practitioner } from '../../electron/ipc/contract/people.ts';
import { useDesk } from '../state/desk.ts';
import { useMemoCounts } from '../state/memo-queries.ts';
import { count } from '../widgets/count.ts';
import { MemoButton } from '../widgets/memo-button.tsx';
import { TechniqueGlyph } from '../widgets/technique-glyph.tsx';
import { AttributeHead } from './attribute-head.tsx';
import { moveBetweenCells } from './cell-keys.ts';
import { describePeople, summarisePeople } from './company-summary.ts';
import { DeleteButton } from './delete-button.tsx';
import { EditableText } from './editable-text.tsx';
import { NewRow } from './new-row.tsx';
import styles from './participants.module.css';
import { addPractitioner, deleteCompany, saveCompany, type TechniqueRow } from './people-actions.ts';
import { PractitionerRow } from './practitioner-row.tsx';

type Props = {
  company: Company;
  practitioners: readonly Practitioner[];
  techniques: readonly TechniqueRow[];
  attributes: readonly Attribute[];
  companies: readonly Company[];
};

/** One company with its practitioners: one row a person, a column for the ids of each technique. */
export function CompanySection({ company, practitioners, techniques, attributes, companies }: Props) {
  const [isAdding, setAdding] = useState(false);
  return (
    <section
      className={styles.company}
      // Each attribute needs its room; what does not fit is scrolled to, while the names stay.
      style={{ minWidth: 672 + techniques.length * 108 + attributes.length * 130 }}
      aria-label={`Company ${company.label}`}
    >
      <CompanyHeader company={company} practitioners={practitioners} />
      <table
        className={`${styles.table} ${styles.people}`}
        aria-label={`Practitioners of company ${company.label}`}
        onKeyDown={moveBetweenCells}
      >
        <PractitionerColumns techniques={techniques} attributes={attributes} />
        <tbody>
          {practitioners.map((practitioner) => (
            <PractitionerRow key={practitioner.id} {...{ practitioner, techniques, attributes, companies }} />
          ))}
          {isAdding && (
            <NewPractitioner
              companyId={company.id}
              {...{ techniques, attributes }}
              onClose={() => setAdding(false)}
            />
          )}
        </tbody>
      </table>
      {practitioners.length === 0 && !isAdding && (
        <p className={`${styles.hint} ${styles.beneath}`}>
          Nobody of this company is known yet. Add the practitioners here, or import transcripts: who speaks
          in them is found by participant ids such as P1.
        </p>
      )}
      {!isAdding && (
        <Button
          className={styles.beneath ?? ''}
          variant="subtle"
          size="compact-xs"
          leftSection={<IconPlus size={14} />}
          aria-label={`Add practitioner to company ${company.label}`}
          onClick={() => setAdding(true)}
        >
          Add practitioner
        </Button>
      )}
    </section>
  );
}

function CompanyHeader({
  company,
  practitioners,
}: {
  company: Company;
  practitioners: readonly Practitioner[];
}) {
  const showEvidence = useDesk((desk) => desk.showEvidence);
  const memos = useMemoCounts('company').get(company.id) ?? 0;
  const save = (change: Partial<Company>) => saveCompany({ ...company, ...change });
  return (
    <header className={styles.companyHeader}>
      <Group gap={2} wrap="nowrap" className={styles.companyTitle ?? ''}>
        <EditableText
          label={`Label of company ${company.label}`}
          value={company.label}
          className={styles.companyLabel}
          onSave={(text) => save({ label: text })}
        />
        <EditableText
          label={`Name of company ${company.label}`}
          value={company.name}
          placeholder="name"
          className={styles.companyName}
          onSave={(text) => save({ name: text })}
        />
        <MemoButton
          className={styles.memo}
          target={{ on: 'company', id: company.id }}
          what={`company ${company.label}`}
          memos={memos}
        />
        <DeleteButton what={`company ${company.label}`} onDelete={() => deleteCompany(company.id)} />
      </Group>
      <span className={styles.summary}>
        {describePeople(summarisePeople(practitioners))} ·{' '}
        <button
          type="button"
          className={styles.link}
          onClick={() =>
            showEvidence({ title: `Evidence of company ${company.label}`, filter: { companyId: company.id } })
          }
        >
          {count(company.transcripts, 'transcript')}
        </button>
      </span>
      <EditableText
        label={`Description of company ${company.label}`}
        value={company.definition}
        placeholder="Describe the company"
        className={styles.description}
        onSave={(text) => save({ definition: text })}
      />
    </header>
  );
}

type ColumnProps = { techniques: readonly TechniqueRow[]; attributes: readonly Attribute[] };

function PractitionerColumns({ techniques, attributes }: ColumnProps) {
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.nameColumn}>
          Practitioner
        </th>
        <th scope="col" className={styles.roleColumn}>
          Role
        </th>
        <th scope="col" className={styles.seniorityColumn}>
          Seniority
        </th>
        {techniques.map(({ id, letter, name }) => (
          <th scope="col" key={id} title={`Participant ids in ${name.toLowerCase()}s, with the turns heard`}>
            <span className={styles.technique}>
              <TechniqueGlyph letter={letter} name={name} /> {name}
            </span>
          </th>
        ))}
        <th scope="col" className={styles.number}>
          Turns
        </th>
        {attributes.map((attribute) => (
          <th scope="col" key={attribute.id} className={styles.attributeColumn}>
            <AttributeHead attribute={attribute} attributes={attributes} />
          </th>
        ))}
        <th scope="col" className={styles.companyColumn}>
          Company
        </th>
        <th scope="col" className={styles.actions}>
          <span className={styles.unseen}>Actions</span>
        </th>
      </tr>
    </thead>
  );
}

type NewProps = ColumnProps & { companyId: number; onClose: () => void };

function NewPractitioner({ companyId, techniques, attributes, onClose }: NewProps) {
  const fields = [
    { key: 'name', label: 'Name', placeholder: 'A-01', isRequired: true },
    { key: 'role', label: 'Role' },
    { key: 'seniority', label: 'Seniority' },
    ...techniques.map(({ letter, name }) => ({
      key: letter,
      label: `${name} ids`,
      placeholder: `${letter}1`,
    })),
    ...[null, ...attributes.map(() => null), null],
  ];
  const save = (values: Record<string, string>) =>
    addPractitioner({
      companyId,
      name: values.name ?? '',
      role: values.role ?? '',
      seniority: values.seniority ?? '',
      participants: techniques.flatMap(({ letter }) => parseIds(values[letter] ?? '', letter)),
    });
  return <NewRow what="practitioner" fields={fields} onSave={save} onClose={onClose} />;
}
