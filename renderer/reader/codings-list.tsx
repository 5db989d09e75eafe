import { Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { Coding } from '../../electron/ipc/contract/transcripts.ts';
import { titleOfCode } from '../codes/code-branches.ts';
import { CodeDot } from '../codes/code-dot.tsx';
import { StatusGlyph } from '../widgets/status-glyph.tsx';
import classes from './codings-list.module.css';
import { useReading } from './reading.ts';

type Props = { codings: readonly Coding[]; codes: readonly Code[] };

const rowHeight = 64;

/** The codings of the transcript in the order of the text, in words: for those who do not see highlights. */
export function CodingsList({ codings, codes }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const codesById = useMemo(() => new Map(codes.map((code) => [code.id, code])), [codes]);
  const sorted = useMemo(
    () => codings.toSorted((a, b) => a.start - b.start || a.end - b.end || a.id - b.id),
    [codings],
  );
  const rows = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  if (codings.length === 0)
    return <p className={classes.hint}>Nothing is coded here yet. Select text to code it.</p>;
  return (
    <div ref={scroller} className={classes.scroller}>
      <ul
        aria-label="Codings of this transcript"
        className={classes.rows}
        style={{ height: rows.getTotalSize() }}
      >
        {rows.getVirtualItems().map(({ index, start }) => {
          const coding = sorted[index];
          const code = codesById.get(coding?.codeId ?? 0);
          return coding && code ? (
            <li
              key={coding.id}
              className={classes.item}
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={sorted.length}
              aria-posinset={index + 1}
            >
              <Row coding={coding} code={code} />
            </li>
          ) : null;
        })}
      </ul>
    </div>
  );
}

function Row({ coding, code }: { coding: Coding; code: Code }) {
  const isSelected = useReading(({ codingId }) => codingId === coding.id);
  const { selectCoding, reveal } = useReading.getState();
  return (
    <button
      type="button"
      className={classes.row}
      aria-pressed={isSelected}
      onClick={() => {
        selectCoding(coding.id, 'codings');
        reveal(coding);
      }}
      onDoubleClick={() => selectCoding(coding.id)}
    >
      <span className={classes.code}>
        <CodeDot code={code} />
        <span className={classes.name}>{titleOfCode(code)}</span>
        <StatusGlyph status={coding.status} />
      </span>
      <Text size="xs" c="dimmed" lineClamp={2}>
        {coding.quote}
      </Text>
    </button>
  );
}
