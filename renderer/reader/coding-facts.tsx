import type { Coding } from '../../electron/ipc/contract/transcripts.ts';
import { useCoders, useMemoCounts } from '../state/queries.ts';
import { count } from '../widgets/count.ts';
import { formatMoment } from '../widgets/moment.ts';
import classes from './coding-card.module.css';

/** Who coded it, when, and how many memos are on it. */
export function CodingFacts({ coding }: { coding: Coding }) {
  const { data: coders } = useCoders();
  const { data: counts } = useMemoCounts(coding.transcriptId);
  const coder = coders?.find(({ id }) => id === coding.coderId);
  const memos = counts?.find(({ codingId }) => codingId === coding.id)?.memos ?? 0;
  return (
    <div className={classes.origin}>
      {coder ? (
        <span className={classes.coder}>
          <span className={classes.dot} style={{ background: coder.colour }} aria-hidden="true" />
          {coder.name}
        </span>
      ) : null}
      <span>{formatMoment(coding.createdAt)}</span>
      {memos > 0 ? <span>{count(memos, 'memo')}</span> : null}
    </div>
  );
}
