import {
  type DragEvent,
  type HTMLAttributes,
  type KeyboardEvent,
  type MouseEvent,
  useLayoutEffect,
  useRef,
} from 'react';
import type { Transcript } from '../../electron/ipc/contract/transcripts.ts';
import { codeDragType, putPassage } from '../codes/code-drag.ts';
import { useReading } from './reading.ts';
import type { TextMap } from './text-map.ts';
import { showTranscript } from './transcript-page.ts';
import classes from './transcript-text.module.css';

type Props = {
  transcript: Transcript;
  onTexts: (map: TextMap | null) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onClick: (event: MouseEvent) => void;
  onDropCode: (event: DragEvent) => void;
};

/** The text itself. It is made anew only when text or turns change, never for a coding. */
export function TranscriptText({ transcript, onTexts, onKeyDown, onClick, onDropCode }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const { text, turnList } = transcript;
  useLayoutEffect(() => {
    if (!root.current) return;
    onTexts(showTranscript(root.current, text, turnList));
    return () => onTexts(null);
  }, [text, turnList, onTexts]);

  // Told as a text field, so that screen readers leave arrows and letters to it; no HTML field could show turns.
  const field: HTMLAttributes<HTMLDivElement> = {
    role: 'textbox',
    'aria-readonly': true,
    'aria-multiline': true,
    'aria-label': `Text of ${transcript.name}`,
    tabIndex: 0,
    onKeyDown,
    onClick,
    onDragStart: startDrag,
    onDragOver: allowCode,
    onDrop: onDropCode,
  };
  return <div ref={root} className={classes.text} data-transcript spellCheck={false} {...field} />;
}

function startDrag(event: DragEvent): void {
  const { passage, closeBar } = useReading.getState();
  if (!passage) return;
  putPassage(event.dataTransfer, passage);
  closeBar();
}

function allowCode(event: DragEvent): void {
  if (!event.dataTransfer.types.includes(codeDragType)) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'copy';
}
