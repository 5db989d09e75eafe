/**
 * Typing has its own undo. A field counts as being typed into from the first letter until it is left, so that
 * an empty search field with the focus does not keep the researcher from undoing a coding.
 */
let typedInto: EventTarget | null = null;

document.addEventListener('input', ({ target }) => {
  typedInto = target;
});
document.addEventListener('focusout', () => {
  typedInto = null;
});

const textTypes = ['text', 'search', 'url', 'email', 'tel', 'number', 'date', 'password'];

/** Tells whether the focus is where letters go. */
export function isInTextField(): boolean {
  const focused = document.activeElement;
  if (focused instanceof HTMLTextAreaElement) return true;
  if (focused instanceof HTMLInputElement) return textTypes.includes(focused.type);
  return focused instanceof HTMLElement && focused.isContentEditable;
}

/**
 * Tells whether undo or redo now means the letters that were just typed. An editor with an undo of its own says in
 * `data-can-undo` which of both it has something for.
 */
export function hasTypingToUndo(command: 'undo' | 'redo'): boolean {
  const own = findOwnUndo();
  if (own) return own.dataset.canUndo?.split(' ').includes(command) ?? false;
  return isInTextField() && document.activeElement === typedInto;
}

/** Undoes or redoes what was typed, as the key does. */
export function undoTyping(command: 'undo' | 'redo'): void {
  const own = findOwnUndo();
  if (!own) document.execCommand(command);
  else {
    const inputType = command === 'undo' ? 'historyUndo' : 'historyRedo';
    own.dispatchEvent(new InputEvent('beforeinput', { inputType, bubbles: true, cancelable: true }));
  }
}

function findOwnUndo(): HTMLElement | undefined {
  const focused = document.activeElement;
  return focused instanceof HTMLElement && focused.dataset.canUndo !== undefined ? focused : undefined;
}
