import type { Attribute, Company, Practitioner } from '../../electron/ipc/contract/people.ts';
import { useMemoCounts } from '../state/memo-queries.ts';
import { MemoButton } from '../widgets/memo-button.tsx';
import { AttributeCell } from './attribute-cell.tsx';
import { DeleteButton } from './delete-button.tsx';
import { EditableChoice, toOptions } from './editable-choice.tsx';
import { EditableText } from './editable-text.tsx';
import { EvidenceNumber } from './evidence-number.tsx';
import { countTurns, listIdsOf, replaceIds } from './participant-ids.ts';
import styles from './participants.module.css';
import type { TechniqueRow } from './people-actions.ts';
import { deletePractitioner, savePractitioner } from './people-actions.ts';

type Props = {
  practitioner: Practitioner;
  techniques: readonly TechniqueRow[];
  attributes: readonly Attribute[];
  companies: readonly Company[];
};

/** One person: name, role, seniority, the participant ids in each technique with the turns heard, attributes. */
export function PractitionerRow({ practitioner, techniques, attributes, companies }: Props) {
  const { id, name, role, seniority } = practitioner;
  const memos = useMemoCounts('practitioner').get(id) ?? 0;
  const save = (change: Partial<Practitioner>) => savePractitioner({ ...practitioner, ...change });
  return (
    <tr>
      <th scope="row">
        <EditableText label={`Name of ${name}`} value={name} onSave={(text) => save({ name: text })} />
      </th>
      <td>
        <EditableText
          label={`Role of ${name}`}
          value={role}
          placeholder="–"
          onSave={(text) => save({ role: text })}
        />
      </td>
      <td>
        <EditableText
          label={`Seniority of ${name}`}
          value={seniority}
          placeholder="–"
          onSave={(text) => save({ seniority: text })}
        />
      </td>
      {techniques.map((technique) => (
        <td key={technique.id}>
          <IdCell practitioner={practitioner} technique={technique} />
        </td>
      ))}
      <td className={styles.number}>
        <EvidenceNumber
          number={countTurns(practitioner)}
          noun="turn"
          of={name}
          filter={{ practitionerId: id }}
        />
      </td>
      {attributes.map((attribute) => (
        <td key={attribute.id}>
          <AttributeCell attribute={attribute} practitioner={practitioner} />
        </td>
      ))}
      <td>
        <EditableChoice
          label={`Company of ${name}`}
          value={String(practitioner.companyId)}
          options={toOptions(companies)}
          onSave={(companyId) => save({ companyId: Number(companyId) })}
        />
      </td>
      <td className={styles.actions}>
        <span className={styles.rowActions}>
          <MemoButton
            className={styles.memo}
            target={{ on: 'practitioner', id }}
            what={`practitioner ${name}`}
            memos={memos}
          />
          <DeleteButton what={`practitioner ${name}`} onDelete={() => deletePractitioner(id)} />
        </span>
      </td>
    </tr>
  );
}

function IdCell({ practitioner, technique }: { practitioner: Practitioner; technique: TechniqueRow }) {
  const { letter } = technique;
  const ids = listIdsOf(practitioner, letter);
  return (
    <div className={styles.ids}>
      <EditableText
        label={`${technique.name} ids of ${practitioner.name}`}
        value={ids.map(({ label }) => label).join(', ')}
        placeholder="–"
        className={styles.idText}
        onSave={(text) => savePractitioner(practitioner, replaceIds(practitioner, letter, text))}
      />
      <span className={styles.idTurns}>
        {ids.map(({ id, label, turns }) => (
          <EvidenceNumber
            key={id}
            number={turns}
            noun="turn"
            of={`${label} (${practitioner.name})`}
            filter={{ practitionerId: practitioner.id, techniques: [letter] }}
          />
        ))}
      </span>
    </div>
  );
}
