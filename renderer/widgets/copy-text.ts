/**
 * Puts text on the clipboard. The page has no permission to do so by itself, but may answer a copy that is
 * asked for. `html` is the same for programs that take tables with their form.
 */
export function copyText(text: string, html?: string): void {
  const answer = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    if (html !== undefined) event.clipboardData?.setData('text/html', html);
    event.preventDefault();
  };
  document.addEventListener('copy', answer, { once: true, capture: true });
  document.execCommand('copy');
  document.removeEventListener('copy', answer, { capture: true });
}
