import { Text } from '@mantine/core';
import type { MouseEvent } from 'react';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { Coding } from '../../electron/ipc/contract/transcripts.ts';
import { titleOfCode } from '../codes/code-branches.ts';
import { CodeDot } from '../codes/code-dot.tsx';
import { StatusGlyph } from '../widgets/status-glyph.tsx';
import classes from './codings-list.module.css';
import { useReading } from './reading.ts';

/** The height of a row, in pixels. */
export const rowHeight = 64;

type Props = {
  id: string;
  coding: Coding;
  code: Code;
  index: number;
  count: number;
  /** Pixels from the top of the list. */
  top: number;
  isChosen: boolean;
  isActive: boolean;
  onClick: (event: MouseEvent, codingId: number) => void;
};

/** One coding in the list: its code, what it says, the words. A double click shows all of it. */
export function CodingRow({ id, coding, code, index, count, top, isChosen, isActive, onClick }: Props) {
  return (
    <button
      type="button"
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      aria-setsize={count}
      aria-posinset={index + 1}
      data-active={isActive || undefined}
      className={classes.row}
      style={{ transform: `translateY(${top}px)` }}
      onMouseDown={focusList}
      onClick={(event) => onClick(event, coding.id)}
      onDoubleClick={() => useReading.getState().selectCoding(coding.id)}
    >
      <span className={classes.code}>
        <CodeDot code={code} />
        <span className={classes.name}>{titleOfCode(code)}</span>
        <StatusGlyph status={coding.status} />
      </span>
      <Text component="span" size="xs" c="dimmed" lineClamp={2}>
        {coding.quote}
      </Text>
    </button>
  );
}

/** Keys are those of the list, which keeps the focus and says which row they are at. */
function focusList(event: MouseEvent): void {
  event.preventDefault();
  event.currentTarget.closest<HTMLElement>('[role="listbox"]')?.focus({ preventScroll: true });
}
