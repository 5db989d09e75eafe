import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Practitioner, Session } from '../../electron/ipc/contract/people.ts';
import { moveBetweenCells } from './cell-keys.ts';
import { EditableText } from './editable-text.tsx';
import { EvidenceNumber } from './evidence-number.tsx';
import { NewRow } from './new-row.tsx';
import styles from './participants.module.css';
import { saveTechnique, type TechniqueRow } from './people-actions.ts';

type Props = {
  techniques: readonly TechniqueRow[];
  practitioners: readonly Practitioner[];
  sessions: readonly Session[];
};

/** How data was collected: the letter that participant ids begin with, and what it stands for. */
export function TechniqueTable({ techniques, practitioners, sessions }: Props) {
  const [isAdding, setAdding] = useState(false);
  return (
    <section aria-label="Techniques" className={styles.narrow}>
      <p className={styles.hint}>
        A participant id begins with the letter of its technique: P1 was interviewed, W1 took part in a
        workshop.
      </p>
      <table className={styles.table} aria-label="Techniques" onKeyDown={moveBetweenCells}>
        <thead>
          <tr>
            <th scope="col">Letter</th>
            <th scope="col">Name</th>
            <th scope="col" className={styles.number}>
              Practitioners
            </th>
            <th scope="col" className={styles.number}>
              Sessions
            </th>
            <th scope="col" className={styles.actions} />
          </tr>
        </thead>
        <tbody>
          {techniques.map((technique) => (
            <TechniqueLine
              key={technique.id}
              technique={technique}
              persons={practitioners.filter((one) => hasTechnique(one, technique)).length}
              sessions={sessions.filter(({ techniqueId }) => techniqueId === technique.id).length}
            />
          ))}
          {isAdding && (
            <NewRow
              what="technique"
              fields={[
                { key: 'letter', label: 'Letter', placeholder: 'F', isRequired: true },
                { key: 'name', label: 'Name', placeholder: 'Focus group', isRequired: true },
                null,
                null,
              ]}
              onSave={({ letter = '', name = '' }) =>
                saveTechnique({ letter: letter.trim().toUpperCase(), name })
              }
              onClose={() => setAdding(false)}
            />
          )}
        </tbody>
      </table>
      {!isAdding && (
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconPlus size={14} />}
          onClick={() => setAdding(true)}
        >
          Add technique
        </Button>
      )}
    </section>
  );
}

const hasTechnique = ({ participants }: Practitioner, { id }: TechniqueRow) =>
  participants.some(({ techniqueId }) => techniqueId === id);

function TechniqueLine({
  technique,
  persons,
  sessions,
}: {
  technique: TechniqueRow;
  persons: number;
  sessions: number;
}) {
  const { letter, name } = technique;
  return (
    <tr>
      <th scope="row">
        <EditableText
          label={`Letter of ${name}`}
          value={letter}
          className={styles.letter}
          onSave={(text) => saveTechnique({ ...technique, letter: text.toUpperCase() })}
        />
      </th>
      <td>
        <EditableText
          label={`Name of technique ${letter}`}
          value={name}
          onSave={(text) => saveTechnique({ ...technique, name: text })}
        />
      </td>
      <td className={styles.number}>
        <EvidenceNumber number={persons} noun="practitioner" of={name} filter={{ techniques: [letter] }} />
      </td>
      <td className={styles.number}>
        <EvidenceNumber number={sessions} noun="session" of={name} filter={{ techniques: [letter] }} />
      </td>
      <td className={styles.actions} />
    </tr>
  );
}
