import { type PointerEvent, type RefObject, useRef } from 'react';
import type { Coding } from '../../electron/ipc/contract/transcripts.ts';
import type { CodingActions } from './coding-actions.ts';
import classes from './handles.module.css';
import { type Boundary, findPassage, snapToWord } from './passage.ts';
import { useReading } from './reading.ts';
import type { TextMap } from './text-map.ts';

type Props = {
  map: TextMap;
  sheet: RefObject<HTMLElement | null>;
  text: string;
  coding: Coding;
  actions: CodingActions;
  /** Changes with the size of the text, so that the handles move with it. */
  textSize: string | null;
};

/**
 * Handles at both ends of the selected coding. They move by word, with Alt held by character; the keys Shift+arrow
 * (end) and Alt+arrow (start) do the same.
 */
export function Handles({ map, sheet, text, coding, actions }: Props) {
  const dragged = useReading(({ draggedSpan }) => draggedSpan);
  const span = dragged ?? coding;
  const moving = useRef<Boundary | null>(null);
  const sheetBox = sheet.current?.getBoundingClientRect();
  if (!sheetBox) return null;

  const onPointerMove = (event: PointerEvent) => {
    if (!moving.current) return;
    const offset = map.findOffsetAt(event.clientX, event.clientY);
    if (offset === undefined) return;
    const moved = { ...coding, [moving.current]: event.altKey ? offset : snapToWord(text, offset) };
    const passage = moved.start < moved.end ? findPassage(text, moved) : undefined;
    if (passage) useReading.getState().dragTo(passage);
  };
  const onPointerUp = async () => {
    moving.current = null;
    const moved = useReading.getState().draggedSpan;
    // The preview stays until the answer is there, so that the mark does not jump back in between.
    if (moved && (moved.start !== coding.start || moved.end !== coding.end))
      await actions.resize(coding.id, moved);
    useReading.getState().dragTo(null);
  };

  return (['start', 'end'] as const).map((boundary) => {
    const box = map.measureEdge(span[boundary], boundary);
    return (
      <span
        key={boundary}
        className={classes.handle}
        data-boundary={boundary}
        title={boundary === 'start' ? 'Drag, or Alt+Left, Alt+Right' : 'Drag, or Shift+Left, Shift+Right'}
        aria-hidden="true"
        style={{
          top: box.top - sheetBox.top,
          left: (boundary === 'start' ? box.left : box.right) - sheetBox.left,
          height: box.height,
        }}
        onPointerDown={(event) => {
          event.preventDefault();
          event.currentTarget.setPointerCapture(event.pointerId);
          moving.current = boundary;
        }}
        onPointerMove={onPointerMove}
        onPointerUp={() => void onPointerUp()}
      />
    );
  });
}
