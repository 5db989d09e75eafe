import type { EvidenceRequest } from '../state/desk.ts';
import { useDesk } from '../state/desk.ts';
import { count } from './company-summary.ts';
import styles from './participants.module.css';

type Props = { turns: number; of: string; filter: EvidenceRequest['filter'] };

/** A number of turns heard; it opens the excerpts taken from them. */
export function TurnsButton({ turns, of, filter }: Props) {
  const showEvidence = useDesk((desk) => desk.showEvidence);
  return (
    <button
      type="button"
      className={styles.turns}
      aria-label={`${count(turns, 'turn')} of ${of}: show evidence`}
      title={`${count(turns, 'turn')} of ${of}. Shows the evidence.`}
      onClick={() => showEvidence({ title: `Evidence of ${of}`, filter })}
    >
      {turns.toLocaleString('en')}
    </button>
  );
}
