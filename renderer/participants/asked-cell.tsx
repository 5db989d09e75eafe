import { useState } from 'react';
import type { Session } from '../../electron/ipc/contract/people.ts';
import { AskedDialog } from './asked-dialog.tsx';
import { type AskedGroup, describeAsked } from './asked-groups.ts';
import styles from './participants.module.css';

type Props = { session: Session; sessions: readonly Session[]; groups: readonly AskedGroup[] };

/** How many items of the scheme the guide of a session covered; opens the list of them. */
export function AskedCell({ session, sessions, groups }: Props) {
  const [isOpen, setOpen] = useState(false);
  const words = describeAsked(session.asked, groups);
  return (
    <>
      <button
        type="button"
        data-cell=""
        className={styles.cell}
        aria-haspopup="dialog"
        aria-label={`Asked in ${session.label}: ${words || 'not noted'}`}
        onClick={() => setOpen(true)}
      >
        {words || <span className={styles.placeholder}>not noted</span>}
      </button>
      {isOpen && (
        <AskedDialog
          session={session}
          groups={groups}
          others={sessions.filter(({ id, asked }) => id !== session.id && asked.length > 0)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
