import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import classes from './result-list.module.css';
import type { ResultRow } from './result-rows.ts';

type Props = {
  row: Extract<ResultRow, { kind: 'heading' }>;
  isFocused: boolean;
  onFocus: () => void;
  onToggle: () => void;
};

/** The head of a group with the number beneath it; a press closes the group and opens it again. */
export function GroupHeading({ row, isFocused, onFocus, onToggle }: Props) {
  const Icon = row.isOpen ? IconChevronDown : IconChevronRight;
  return (
    <h3 className={classes.heading}>
      <button
        type="button"
        data-focus
        className={classes.toggle}
        aria-expanded={row.isOpen}
        tabIndex={isFocused ? 0 : -1}
        onFocus={onFocus}
        onClick={onToggle}
      >
        <Icon size={14} stroke={1.8} aria-hidden />
        <span className={classes.title}>{row.title}</span>
        <span className={classes.count}>{row.count.toLocaleString('en')}</span>
      </button>
    </h3>
  );
}
