import { type DragEvent, useState } from 'react';

/** What a dragged speaker label is called among the things that can be dragged. */
const speakerType = 'application/x-casebench-speaker';

/** Lets a speaker label be dragged on another one, which calls `onMerge` with the dragged label. */
export function useSpeakerDrag(label: string, onMerge: (dragged: string) => void) {
  const [isOver, setOver] = useState(false);
  const isSpeaker = (event: DragEvent) => event.dataTransfer.types.includes(speakerType);
  return {
    isOver,
    source: {
      draggable: true,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.setData(speakerType, label);
        event.dataTransfer.effectAllowed = 'link';
      },
    },
    target: {
      onDragOver: (event: DragEvent) => {
        if (!isSpeaker(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        setOver(false);
        if (!isSpeaker(event)) return;
        event.preventDefault();
        const dragged = event.dataTransfer.getData(speakerType);
        if (dragged !== label) onMerge(dragged);
      },
    },
  };
}
