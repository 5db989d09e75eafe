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

/** Tells whether undo now means the letters that were just typed. */
export function hasTypingToUndo(): boolean {
  return isInTextField() && document.activeElement === typedInto;
}
