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
  // Nearly every text is spared the replacing by a look, which costs next to nothing.
  const withoutNul = decoded.includes('\0')
    ? replace(decoded, /\0/g, '', (n) => `NUL characters were removed: ${n}.`)
    : decoded;
  const withoutMark = withoutNul.replace(/^\uFEFF+/, '');
  const withLineFeeds = withoutMark.includes('\r') ? withoutMark.replace(/\r\n?/g, '\n') : withoutMark;
  if (withLineFeeds.isWellFormed()) return { text: withLineFeeds, notes };
  const text = replace(
    withLineFeeds,
    /\p{Surrogate}/gu,
    '\uFFFD',
    (n) => `Half characters (unpaired surrogates) were replaced by �: ${n}.`,
  );
  return { text, notes };
}
