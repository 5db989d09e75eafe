import { type DragEvent, type KeyboardEvent, type MouseEvent, useLayoutEffect, useRef } from 'react';
import type { Transcript } from '../../electron/ipc/contract/transcripts.ts';
import { codeDragType, putPassage } from '../codes/code-drag.ts';
import { useReading } from './reading.ts';
import type { TextMap } from './text-map.ts';
import classes from './transcript-text.module.css';
import { showTranscript } from './transcript-editor.ts';

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
    const takeAway = showTranscript(root.current, text, turnList, onTexts);
    return () => {
      takeAway();
      onTexts(null);
    };
  }, [text, turnList, onTexts]);

  return (
    <div
      ref={root}
      className={classes.text}
      role="textbox"
      aria-readonly="true"
      aria-multiline="true"
      aria-label={`Text of ${transcript.name}`}
      tabIndex={0}
      spellCheck={false}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDragStart={(event) => {
        const { passage, closeBar } = useReading.getState();
        if (!passage) return;
        putPassage(event.dataTransfer, passage);
        closeBar();
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(codeDragType)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      }}
      onDrop={onDropCode}
    />
  );
}
