/**
 * Turns decoded text into stored text: no NUL, no byte order mark at the start, line ends LF only, and unpaired
 * surrogates replaced by U+FFFD because no file can hold them; otherwise as it came. `notes` says what was replaced.
 */
export function toStoredText(decoded: string): { text: string; notes: string[] } {
  const notes: string[] = [];
  const replace = (text: string, pattern: RegExp, by: string, toNote: (count: number) => string) => {
    let count = 0;
    const replaced = text.replace(pattern, () => {
      count += 1;
      return by;
    });
    if (count > 0) notes.push(toNote(count));
    return replaced;
  };
  const withoutNul = replace(decoded, /\0/g, '', (n) => `NUL characters were removed: ${n}.`);
  const withLineFeeds = withoutNul.replace(/^\uFEFF+/, '').replace(/\r\n?/g, '\n');
  if (withLineFeeds.isWellFormed()) return { text: withLineFeeds, notes };
  const text = replace(
    withLineFeeds,
    /\p{Surrogate}/gu,
    '\uFFFD',
    (n) => `Half characters (unpaired surrogates) were replaced by �: ${n}.`,
  );
  return { text, notes };
}
