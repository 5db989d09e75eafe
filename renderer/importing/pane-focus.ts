import type { KeyboardEvent, RefObject } from 'react';
import { useEffect } from 'react';

/** The row whose details are shown. */
const chosenRow = 'tr[data-lead]';
const chosenTab = '[role="tab"][aria-selected="true"]';

/** F6 goes from the list to the details of the chosen file and back. */
export function changePane(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'F6') return;
  event.preventDefault();
  const isInDetails = event.target instanceof Element && event.target.closest('aside') !== null;
  event.currentTarget.querySelector<HTMLElement>(isInDetails ? chosenRow : chosenTab)?.focus();
}

/** Puts the focus on the chosen row when the first files come, so that arrows choose among them at once. */
export function useFocusOnFirstRow(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const frame = requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(chosenRow)?.focus());
    return () => cancelAnimationFrame(frame);
  }, [list]);
}
