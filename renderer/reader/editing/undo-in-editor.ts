import { REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import { useEditing } from './editing-store.ts';

/**
 * Undo and redo of the text that is edited, wherever the focus is in its sheet: nobody sees the study behind it. While
 * what would be saved is looked at, neither does anything. Returns false when no text is edited.
 */
export function undoInEditor(direction: 'undo' | 'redo'): boolean {
  const { session, review } = useEditing.getState();
  if (!session) return false;
  if (!review) session.editor.dispatchCommand(direction === 'undo' ? UNDO_COMMAND : REDO_COMMAND, undefined);
  return true;
}
