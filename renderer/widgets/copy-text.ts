/** Puts text on the clipboard. The page has no permission to do so by itself, but may answer a copy that is asked for. */
export function copyText(text: string): void {
  const answer = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', answer, { once: true, capture: true });
  document.execCommand('copy');
  document.removeEventListener('copy', answer, { capture: true });
}
