import { type RefObject, useLayoutEffect } from 'react';

/** Takes the focus when the panel opens and gives it back when the panel closes with the focus still in it. */
export function useFocusWhileOpen(panel: RefObject<HTMLElement | null>): void {
  // Before the effects of the list, which hands the focus on to its first excerpt.
  useLayoutEffect(() => {
    const element = panel.current;
    const former = document.activeElement;
    element?.focus({ preventScroll: true });
    return () => {
      const isAbandoned =
        document.activeElement === document.body || element?.contains(document.activeElement);
      if (isAbandoned && former instanceof HTMLElement && former.isConnected)
        former.focus({ preventScroll: true });
    };
  }, [panel]);
}
