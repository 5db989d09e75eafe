import { type EvidenceRequest, useDesk } from '../state/desk.ts';
import { count } from '../widgets/count.ts';
import styles from './participants.module.css';

type Props = {
  number: number;
  /** What is counted, in the singular. */
  noun: string;
  of: string;
  filter: EvidenceRequest['filter'];
};

/** A number that opens the excerpts behind it. */
export function EvidenceNumber({ number, noun, of, filter }: Props) {
  const showEvidence = useDesk((desk) => desk.showEvidence);
  const words = `${count(number, noun)} of ${of}`;
  return (
    <button
      type="button"
      className={styles.figure}
      aria-label={`${words}: show evidence`}
      title={`${words}. Shows the evidence.`}
      onClick={() => showEvidence({ title: `Evidence of ${of}`, filter })}
    >
      {number.toLocaleString('en')}
    </button>
  );
}
