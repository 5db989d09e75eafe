import type { Ref } from 'react';
import { parseMinutes } from '../../db/model/minutes.ts';
import type { Session } from '../../electron/ipc/contract/people.ts';
import { useDesk } from '../state/desk.ts';
import { AskedCell } from './asked-cell.tsx';
import type { AskedGroup } from './asked-groups.ts';
import { DeleteButton } from './delete-button.tsx';
import { EditableChoice, toOptions } from './editable-choice.tsx';
import { EditableText } from './editable-text.tsx';
import { findParticipantIds } from './participant-ids.ts';
import styles from './participants.module.css';
import { changeSession, deleteSession } from './people-actions.ts';
import type { SessionTableProps } from './session-table-props.ts';

type Props = SessionTableProps & {
  session: Session;
  /** The items of the scheme, as the cell of what was asked counts and lists them. */
  groups: readonly AskedGroup[];
  index: number;
  ref: Ref<HTMLTableRowElement>;
};

/** One session: what was held with whom and when, and the transcripts it left. */
export function SessionRow({ session, groups, index, ref, ...props }: Props) {
  const { label } = session;
  return (
    <tr ref={ref} data-index={index}>
      <th scope="row">
        <EditableText
          label={`Label of session ${label}`}
          value={label}
          onSave={(text) => changeSession(session, { label: text })}
        />
      </th>
      <SessionSetting session={session} {...props} />
      <td>
        <PresentCell session={session} {...props} />
      </td>
      <td>
        <EditableText
          label={`Interviewer of ${label}`}
          value={session.interviewer}
          placeholder="–"
          onSave={(text) => changeSession(session, { interviewer: text })}
        />
      </td>
      <td>
        <EditableText
          label={`Language of ${label}`}
          value={session.language}
          placeholder="–"
          onSave={(text) => changeSession(session, { language: text })}
        />
      </td>
      <td>
        <EditableText
          label={`Place of ${label}`}
          value={session.place}
          placeholder="–"
          onSave={(text) => changeSession(session, { place: text })}
        />
      </td>
      <td>
        <AskedCell session={session} sessions={props.sessions} groups={groups} />
      </td>
      <td>
        <TranscriptLinks session={session} />
      </td>
      <td className={styles.actions}>
        <DeleteButton what={`session ${label}`} onDelete={() => deleteSession(session.id)} />
      </td>
    </tr>
  );
}

function SessionSetting({ session, companies, techniques }: SessionTableProps & { session: Session }) {
  const { label } = session;
  return (
    <>
      <td>
        <EditableChoice
          label={`Company of ${label}`}
          value={String(session.companyId)}
          options={toOptions(companies)}
          onSave={(companyId) => changeSession(session, { companyId: Number(companyId) })}
        />
      </td>
      <td>
        <EditableChoice
          label={`Technique of ${label}`}
          value={String(session.techniqueId)}
          options={techniques.map(({ id, letter, name }) => ({
            value: String(id),
            label: `${letter} ${name}`,
          }))}
          onSave={(techniqueId) => changeSession(session, { techniqueId: Number(techniqueId) })}
        />
      </td>
      <td>
        <EditableText
          label={`Date of ${label}`}
          type="date"
          value={session.date ?? ''}
          placeholder="no date"
          onSave={(text) => changeSession(session, { date: text || null })}
        />
      </td>
      <td className={styles.number}>
        <EditableText
          label={`Minutes of ${label}`}
          value={session.durationMinutes === null ? '' : String(session.durationMinutes)}
          placeholder="–"
          onSave={async (text) => changeSession(session, { durationMinutes: parseMinutes(text) })}
        />
      </td>
    </>
  );
}

function PresentCell({ session, practitioners }: SessionTableProps & { session: Session }) {
  const ofCompany = practitioners
    .filter(({ companyId }) => companyId === session.companyId)
    .flatMap(({ participants }) => participants)
    .filter(({ techniqueId }) => techniqueId === session.techniqueId);
  return (
    <EditableText
      label={`Participants present in ${session.label}`}
      value={session.participants.map(({ label }) => label).join(', ')}
      placeholder="nobody"
      hint={
        ofCompany.length > 0
          ? `Of ${session.company}: ${ofCompany.map(({ label }) => label).join(', ')}`
          : undefined
      }
      onSave={async (text) =>
        changeSession(session, { participantIds: findParticipantIds(practitioners, text) })
      }
    />
  );
}

function TranscriptLinks({ session }: { session: Session }) {
  const openTranscript = useDesk((desk) => desk.openTranscript);
  if (session.transcripts.length === 0)
    return <span className={`${styles.links} ${styles.placeholder}`}>none</span>;
  return (
    <span className={styles.links}>
      {session.transcripts.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          className={styles.link}
          title={`Open ${name}`}
          onClick={() => openTranscript(id)}
        >
          {name}
        </button>
      ))}
    </span>
  );
}
