/** How well bytes that are not UTF-8 throughout fit it; `firstBad` is the place of the first byte that does not. */
export type Utf8Fit = { good: number; bad: number; firstBad: number };

/** Decodes UTF-8 without its byte order mark; undefined when a single byte does not fit. */
export function findUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Counts the sequences of several bytes that are UTF-8 and the bytes that are not. */
export function measureUtf8(bytes: Uint8Array): Utf8Fit {
  const fit = { good: 0, bad: 0, firstBad: -1 };
  let index = 0;
  while (index < bytes.length) {
    const byte = bytes[index] ?? 0;
    const length = byte < 0x80 ? 1 : findSequenceLength(bytes, index);
    if (length > 1) fit.good += 1;
    if (length === 0) {
      if (fit.bad === 0) fit.firstBad = index;
      fit.bad += 1;
    }
    index += Math.max(1, length);
  }
  return fit;
}

/**
 * Returns whether bytes are UTF-8 with a few damaged places: in text of another character set next to no sequence
 * of several bytes is right.
 */
export function isNearlyUtf8({ good, bad }: Utf8Fit): boolean {
  return good >= 4 && bad <= 1 + good / 20;
}

/** Returns how many bytes the character at `index` has, 0 when it is none. */
function findSequenceLength(bytes: Uint8Array, index: number): number {
  const [first = 0, second = 0] = [bytes[index], bytes[index + 1]];
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return 0;
  // Not the long form of a shorter sequence, no half of a surrogate pair, nothing beyond Unicode.
  const lowest = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const highest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < lowest || second > highest) return 0;
  for (let at = index + 2; at < index + length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80 || byte > 0xbf) return 0;
  }
  return length;
}
