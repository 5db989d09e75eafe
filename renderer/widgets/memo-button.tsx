import { ActionIcon } from '@mantine/core';
import { IconNote } from '@tabler/icons-react';
import type { MemoTarget } from '../../db/model/memo.ts';
import { useDesk } from '../state/desk.ts';
import { count } from './count.ts';
import classes from './memo-button.module.css';

type Props = {
  target: MemoTarget;
  /** The thing in words, for those who listen, such as `company A`. */
  what: string;
  memos: number;
  className?: string | undefined;
  tabIndex?: number;
};

/** Opens the memos on something beside the screen; says how many there are, or offers the first. */
export function MemoButton({ target, what, memos, className, tabIndex }: Props) {
  const showMemos = useDesk((desk) => desk.showMemos);
  const label = memos === 0 ? `Write a memo on ${what}` : `${count(memos, 'memo')} on ${what}`;
  return (
    <ActionIcon
      size="sm"
      className={`${classes.button} ${className ?? ''}`}
      data-empty={memos === 0 || undefined}
      aria-label={label}
      title={label}
      tabIndex={tabIndex}
      onClick={() => showMemos(target)}
    >
      <IconNote size={15} stroke={1.6} aria-hidden />
      {memos > 0 && <span className={classes.count}>{memos}</span>}
    </ActionIcon>
  );
}
