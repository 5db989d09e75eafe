import type { MemoTarget } from '../../db/model/memo.ts';
import type { MemoRow } from '../../electron/ipc/contract/memos.ts';
import { useDesk } from '../state/desk.ts';
import { useMemosLinkedFrom } from '../state/memo-queries.ts';
import { MemoKindMark } from '../widgets/memo-kind-mark.tsx';
import { titleOfMemo } from '../widgets/memo-words.ts';
import classes from './linked-from.module.css';

/** What the panel beside opens to show a memo among the others on its subject. */
export function toTarget({ on, targetId }: Pick<MemoRow, 'on' | 'targetId'>): MemoTarget {
  return on === 'study' || targetId === null ? { on: 'study' } : { on, id: targetId };
}

/** The memos that speak of an excerpt in their text; each opens. */
export function LinkedFrom({ excerptId }: { excerptId: number }) {
  const { data, isPlaceholderData } = useMemosLinkedFrom(excerptId);
  const showMemos = useDesk((desk) => desk.showMemos);
  if (!data || isPlaceholderData || data.length === 0) return null;
  return (
    <section className={classes.section} aria-label="Linked from">
      <h3 className={classes.heading}>Linked from</h3>
      <ul className={classes.list}>
        {data.map((memo) => (
          <li key={memo.id}>
            <button type="button" className={classes.memo} onClick={() => showMemos(toTarget(memo), memo.id)}>
              <span className={classes.title} dir="auto">
                {titleOfMemo(memo)}
              </span>
              <span className={classes.line}>
                <MemoKindMark kind={memo.kind} />
                <span className={classes.about}>on {memo.about}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
