import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { MemoRow } from '../../electron/ipc/contract/memos.ts';
import { MemoKindMark } from '../widgets/memo-kind-mark.tsx';
import { authorOfMemo, restOfMemo, titleOfMemo } from '../widgets/memo-words.ts';
import { formatMoment } from '../widgets/moment.ts';
import classes from './memo-head.module.css';

type Props = {
  memo: MemoRow;
  isOpen: boolean;
  /** Whether it is on a part of what the list is about, such as a coding of the excerpt. */
  isOnAnother: boolean;
  onToggle: () => void;
};

/** One memo of a list: what it is called, how it goes on, its kind, who wrote it and when. Opens and closes it. */
export function MemoHead({ memo, isOpen, isOnAnother, onToggle }: Props) {
  const moment = memo.changedAt ?? memo.writtenAt;
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <button type="button" className={classes.head} aria-expanded={isOpen} onClick={onToggle}>
      <Chevron size={14} stroke={1.8} className={classes.chevron} aria-hidden />
      <span className={classes.words}>
        <span className={classes.title} dir="auto">
          {titleOfMemo(memo)}
        </span>
        {!isOpen && (
          <>
            {restOfMemo(memo) !== '' && (
              <span className={classes.rest} dir="auto">
                {restOfMemo(memo)}
              </span>
            )}
            <span className={classes.line}>
              <MemoKindMark kind={memo.kind} />
              <span className={classes.by}>
                {isOnAnother && `on ${memo.about} · `}
                {authorOfMemo(memo)}
                {moment && ` · ${formatMoment(moment)}`}
              </span>
            </span>
          </>
        )}
      </span>
    </button>
  );
}
