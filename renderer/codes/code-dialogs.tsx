import { useLayoutEffect } from 'react';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { useCodeDesk } from './code-desk.ts';
import { ColourDialog } from './colour-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';

/** The dialog about codes that is open, whoever asked for it: the tree, or the details of a code. */
export function CodeDialogs({
  codes,
  onChoose,
}: {
  codes: readonly Code[];
  onChoose: (codeId: number) => void;
}) {
  const dialog = useCodeDesk((desk) => desk.dialog);
  const { closeDialog } = useCodeDesk.getState();
  useFocusBack(dialog);
  if (!dialog) return null;
  if (dialog.kind === 'split') {
    const code = codes.find(({ id }) => id === dialog.id);
    return code ? <SplitDialog code={code} codes={codes} onClose={closeDialog} onChoose={onChoose} /> : null;
  }
  // Undo may have taken one of them away meanwhile.
  const meant = codes.filter(({ id }) => dialog.ids.includes(id));
  if (meant.length === 0) return null;
  const parts = { codes, meant, onClose: closeDialog };
  if (dialog.kind === 'merge') return <MergeDialog {...parts} onChoose={onChoose} />;
  return dialog.kind === 'moveUnder' ? <MoveDialog {...parts} /> : <ColourDialog {...parts} />;
}

/** Gives the focus back to where it was before a dialog, unless it went to a better place meanwhile. */
function useFocusBack(dialog: unknown): void {
  useLayoutEffect(() => {
    if (!dialog) return;
    const origin = document.activeElement;
    return () => {
      requestAnimationFrame(() => {
        if (origin instanceof HTMLElement && document.activeElement === document.body) origin.focus();
      });
    };
  }, [dialog]);
}
