import { type RefObject, useEffect } from 'react';
import type { Transcript } from '../../electron/ipc/contract/transcripts.ts';
import { listHits } from './coding-hits.ts';
import { useReading } from './reading.ts';
import type { TextMap } from './text-map.ts';

/** Opens the menu where the right mouse button is pressed: on coded text, on a stripe, on selected text. */
export function useContextMenu(
  map: TextMap,
  sheet: RefObject<HTMLElement | null>,
  { codingList }: Transcript,
): void {
  useEffect(() => {
    const element = sheet.current;
    if (!element) return;
    const onContextMenu = (event: MouseEvent) => {
      const { target } = event;
      if (!(target instanceof Element) || target.closest('input, textarea, [role="menu"]')) return;
      event.preventDefault();
      // The Menu key and Shift+F10 are heard as keys; what they cause here as well has no mouse.
      if (!(event instanceof PointerEvent) || event.pointerType !== 'mouse') return;
      const { hoveredCodingId, passage, openMenu, selectCoding } = useReading.getState();
      const isInText = map.root.contains(target);
      const offset = isInText ? map.findOffsetAt(event.clientX, event.clientY) : undefined;
      const stripe = isInText || hoveredCodingId === null ? [] : [hoveredCodingId];
      const codingIds = offset === undefined ? stripe : listHits(codingList, offset);
      if (offset === undefined && codingIds.length === 0) return;
      const isOnPassage =
        passage && (offset === undefined || (passage.start <= offset && offset <= passage.end));
      const chosenId = codingIds.length === 1 && !isOnPassage ? (codingIds[0] ?? null) : null;
      if (chosenId !== null) selectCoding(chosenId);
      openMenu({
        at: { x: event.clientX, y: event.clientY },
        codingIds,
        chosenId,
        passage: isOnPassage ? passage : null,
        offset: offset ?? null,
      });
    };
    element.addEventListener('contextmenu', onContextMenu);
    return () => element.removeEventListener('contextmenu', onContextMenu);
  }, [map, sheet, codingList]);
}
