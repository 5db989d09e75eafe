import { Menu } from '@mantine/core';
import { IconFileText, IconLayoutColumns } from '@tabler/icons-react';
import { type MouseEvent, memo, useRef, useState } from 'react';
import type { TranscriptRow } from '../../electron/ipc/contract/transcripts.ts';
import { useDesk } from '../state/desk.ts';
import { readAhead } from '../state/queries.ts';
import { TechniqueGlyph } from '../widgets/technique-glyph.tsx';
import classes from './transcript-list.module.css';

type Props = {
  row: TranscriptRow;
  position: number;
  /** Whether this is the row that the Tab key comes to. */
  isReached: boolean;
  onReach: (position: number) => void;
};

/** One transcript of the list. What the pointer rests on, or the focus, is read ahead: it will open at once. */
export const TranscriptButton = memo(function TranscriptButton({ row, position, isReached, onReach }: Props) {
  const isOpen = useDesk((desk) => desk.transcriptId === row.id);
  const isBeside = useDesk((desk) => desk.besideId === row.id);
  const [menu, setMenu] = useState<{ x: number; y: number } | null>(null);
  const resting = useResting(row.id);
  const open = (event: MouseEvent) => {
    const { openTranscript, openBeside } = useDesk.getState();
    if (event.ctrlKey || event.metaKey) openBeside(row.id);
    else if (!isOpen) openTranscript(row.id);
  };
  return (
    <>
      <button
        type="button"
        className={classes.row}
        aria-current={isOpen ? 'true' : undefined}
        data-beside={isBeside || undefined}
        data-position={position}
        tabIndex={isReached ? 0 : -1}
        title={`${row.words.toLocaleString()} words, ${row.turns.toLocaleString()} turns`}
        onClick={open}
        onKeyDown={(event) => {
          // A button takes Ctrl+Enter for no press of its own.
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          useDesk.getState().openBeside(row.id);
        }}
        onContextMenu={(event) => {
          event.preventDefault();
          setMenu({ x: event.clientX, y: event.clientY });
        }}
        onFocus={() => {
          onReach(position);
          readAhead(row.id);
        }}
        {...resting}
      >
        <TechniqueGlyph letter={row.technique} />
        <span className={classes.name}>{row.name}</span>
        {hasDateInName(row) ? null : <span className={classes.date}>{row.date}</span>}
        <span className={classes.words}>{shorten(row.words)}</span>
        <span className={classes.count} title={`${row.codings} codings`}>
          {row.codings || ''}
        </span>
      </button>
      {menu ? <RowMenu id={row.id} at={menu} onClose={() => setMenu(null)} /> : null}
    </>
  );
});

type MenuProps = { id: number; at: { x: number; y: number }; onClose: () => void };

function RowMenu({ id, at, onClose }: MenuProps) {
  const { openTranscript, openBeside } = useDesk.getState();
  return (
    <Menu opened onClose={onClose} position="bottom-start" offset={0} returnFocus>
      <Menu.Target>
        <span className={classes.menuPlace} style={{ left: at.x, top: at.y }} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFileText size={15} stroke={1.6} />} onClick={() => openTranscript(id)}>
          Open
        </Menu.Item>
        <Menu.Item leftSection={<IconLayoutColumns size={15} stroke={1.6} />} onClick={() => openBeside(id)}>
          Open beside
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** How long a pointer rests before a row is read ahead: one that only passes over the list reads nothing. */
const restMilliseconds = 60;

function useResting(id: number) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  return {
    onPointerEnter: () => {
      timer.current = setTimeout(() => readAhead(id), restMilliseconds);
    },
    onPointerLeave: () => clearTimeout(timer.current),
  };
}

/** Many files are named by their date; it is not said twice then. */
const hasDateInName = ({ name, date }: TranscriptRow) => date !== null && name.includes(date);

/** Words in thousands, because the list has little room; the exact number is told on hovering. */
const shorten = (words: number) =>
  words < 1000 ? String(words) : `${(words / 1000).toFixed(words < 10_000 ? 1 : 0)}k`;
