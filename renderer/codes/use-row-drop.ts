import { type DragEvent, useEffect, useRef, useState } from 'react';
import type { CodePlace } from '../../db/model/code-tree.ts';
import type { Span } from '../../db/model/span.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { Branch } from './code-branches.ts';
import { codeDragType, findPassageOf, passageDragType, putCode } from './code-drag.ts';
import { type DropZone, findDropPlace, findZone } from './code-drop.ts';

export type DropMark = { rowId: string; zone: DropZone };

type Options = {
  codes: readonly Code[];
  /** The codes that go along when this one is dragged. */
  listDragged: (codeId: number) => readonly number[];
  onMove: (ids: readonly number[], place: CodePlace) => void;
  onPassage: (code: Code, passage: Span) => void;
  onOpen: (rowId: string) => void;
};

/** How long a pointer rests on a closed branch until it opens, in milliseconds. */
const openingDelay = 700;

/** Drags within the tree: codes to another place, and selected words from the text onto a code. */
export function useRowDrop({ codes, listDragged, onMove, onPassage, onOpen }: Options) {
  const [mark, setMark] = useState<DropMark | null>(null);
  // What is dragged cannot be read from the drag itself until it is dropped.
  const dragged = useRef<readonly number[]>([]);
  const opening = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(opening.current), []);

  const forget = () => {
    clearTimeout(opening.current);
    setMark(null);
  };
  const point = (next: DropMark, isClosed: boolean) => {
    if (mark?.rowId === next.rowId && mark.zone === next.zone) return;
    forget();
    setMark(next);
    if (isClosed && next.zone === 'into')
      opening.current = setTimeout(() => onOpen(next.rowId), openingDelay);
  };
  const placeOf = (event: DragEvent, target: { rowId: string; row: Branch; isExpanded: boolean }) => {
    const { top, height } = event.currentTarget.getBoundingClientRect();
    const zone = findZone(target.row, event.clientY - top, height);
    return { zone, place: findDropPlace(codes, dragged.current, { ...target, zone }) };
  };

  const propsOf = (target: { rowId: string; row: Branch; isExpanded: boolean }) => {
    const code = target.row.kind === 'code' ? target.row.code : undefined;
    return {
      onDragStart: (event: DragEvent) => {
        if (!code) return;
        dragged.current = listDragged(code.id);
        putCode(event.dataTransfer, code.id);
      },
      onDragEnd: () => {
        dragged.current = [];
        forget();
      },
      onDragOver: (event: DragEvent) => {
        const { types } = event.dataTransfer;
        if (code && types.includes(passageDragType)) {
          event.preventDefault();
          event.dataTransfer.dropEffect = 'copy';
          return point({ rowId: target.rowId, zone: 'into' }, false);
        }
        if (!types.includes(codeDragType)) return;
        const { zone, place } = placeOf(event, target);
        if (!place) return forget();
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
        point({ rowId: target.rowId, zone }, !target.isExpanded);
      },
      onDragLeave: forget,
      onDrop: (event: DragEvent) => {
        forget();
        const passage = findPassageOf(event.dataTransfer);
        if (code && passage) {
          event.preventDefault();
          return onPassage(code, passage);
        }
        const { place } = placeOf(event, target);
        if (!place || !event.dataTransfer.types.includes(codeDragType)) return;
        event.preventDefault();
        onMove(dragged.current, place);
      },
    };
  };
  return { mark, propsOf };
}
