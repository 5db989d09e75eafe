import { IconCheck, IconLock } from '@tabler/icons-react';
import { useCurrentCoder, useShownCoders } from '../state/coders.ts';
import { useCoders, usePractitioners, useStudy, useTranscripts } from '../state/queries.ts';
import { count } from '../widgets/count.ts';
import { useFrame } from './frame-state.ts';
import classes from './status-bar.module.css';

/** How much is in the study, what was done last, and that it is saved. */
export function StatusBar() {
  const said = useFrame((frame) => frame.said);
  const coder = useCurrentCoder();
  return (
    <footer className={classes.bar}>
      <Counts />
      <span role="status" className={classes.said}>
        {said}
      </span>
      <Saved />
      {coder && <span>Coder: {coder.name}</span>}
    </footer>
  );
}

function Counts() {
  const { data: transcripts } = useTranscripts();
  const { data: coders } = useCoders();
  const { data: practitioners } = usePractitioners();
  const { ids } = useShownCoders();
  if (!transcripts || !coders || !practitioners) return <span />;
  // Counted as far as their coders are shown, or the sum would tell how much the hidden ones have coded.
  const counted = coders.filter(({ id }) => ids === undefined || ids.includes(id));
  const codings = counted.reduce((sum, coder) => sum + coder.codings, 0);
  const parts = [
    count(transcripts.length, 'transcript'),
    count(codings, 'coding'),
    count(practitioners.length, 'practitioner'),
  ];
  return <span>{parts.join(' · ')}</span>;
}

function Saved() {
  const { data: study } = useStudy();
  if (!study) return null;
  if (study.isReadOnly) {
    return (
      <span className={classes.state}>
        <IconLock size={13} stroke={1.5} aria-hidden /> Read-only
      </span>
    );
  }
  return (
    <span className={classes.state} title={`Every change is saved at once in ${study.path}`}>
      <IconCheck size={13} stroke={1.8} aria-hidden /> Saved
    </span>
  );
}
