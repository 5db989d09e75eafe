import type { SearchRow } from '../../electron/ipc/contract/search.ts';
import { SpeakerChip } from '../widgets/speaker-chip.tsx';
import classes from './hit-list.module.css';

const kindWords = { transcript: '', memo: 'Memo', code: 'Code', comment: 'Comment' } as const;

/** One hit: where it is, what stands before it, the words, what stands after. In writing from right to left mirrored. */
export function HitRow({ row }: { row: SearchRow }) {
  return (
    <>
      <span className={classes.where}>
        <Who row={row} />
        <span className={classes.title} title={row.title}>
          <bdi>{row.title}</bdi>
        </span>
        <span className={classes.turn} title="Number of the turn">
          {row.turn === null ? '' : row.turn}
        </span>
      </span>
      <span className={classes.context} dir={row.isRightToLeft ? 'rtl' : 'ltr'}>
        <span className={classes.before}>
          <span>{row.before}</span>
        </span>
        <span className={classes.after}>
          <mark className={classes.hit}>{row.words}</mark>
          {row.after}
        </span>
      </span>
    </>
  );
}

function Who({ row }: { row: SearchRow }) {
  if (row.kind !== 'transcript')
    return (
      <span className={classes.kind}>
        {kindWords[row.kind]}
        {row.field === 'text' || row.field === 'comment' ? '' : `, ${row.field}`}
      </span>
    );
  if (row.participant !== null)
    return <SpeakerChip participant={row.participant} technique={row.technique} />;
  return <span className={classes.kind}>{row.isInterviewer ? 'Interviewer' : 'Nobody known'}</span>;
}
