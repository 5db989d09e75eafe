type Utf16 = 'utf-16le' | 'utf-16be';

/** Ranges of 16-bit units that texts of any language consist of; what is left is rare, private or no character. */
const usual: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x300, 0x5ff],
  [0x600, 0x6ff],
  [0x900, 0x97f],
  [0xe00, 0xe7f],
  [0x1e00, 0x1fff],
  [0x2010, 0x203a],
  [0x20a0, 0x20bf],
  [0x3000, 0x30ff],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0xd800, 0xdfff],
  [0xff00, 0xffee],
];

/** Blanks, line ends and the commas and full stops of scripts that write no blanks. */
const separators: ReadonlySet<number> = new Set([
  0x0a, 0x0d, 0x20, 0x3000, 0x3001, 0x3002, 0xff0c, 0xff1a, 0x060c,
]);

const sampleUnits = 50_000;

/**
 * Finds UTF-16 without a byte order mark in bytes that are no text in UTF-8. Read in the right order of bytes they are
 * letters of a known script with blanks, line ends or full stops between them; read in the wrong order, or in text
 * of another character set, the latter do not occur.
 */
export function findUtf16(bytes: Uint8Array): Utf16 | undefined {
  const little = measure(bytes, 0, 1);
  const big = measure(bytes, 1, 0);
  if (isText(little) && little.separators > 5 * big.separators) return 'utf-16le';
  return isText(big) && big.separators > 5 * little.separators ? 'utf-16be' : undefined;
}

/**
 * Finds UTF-16 in bytes that are UTF-8 too, as text of ASCII letters is: a NUL in every second byte, all at odd places
 * (little-endian) or all at even ones.
 */
export function findUtf16OfAscii(bytes: Uint8Array): Utf16 | undefined {
  let [even, odd] = [0, 0];
  for (let index = 0; index < bytes.length; index += 1) {
    if (bytes[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  if (even + odd < Math.max(4, bytes.length / 4)) return undefined;
  if (odd > 20 * even) return 'utf-16le';
  return even > 20 * odd ? 'utf-16be' : undefined;
}

type Measured = { units: number; usual: number; separators: number };

function measure(bytes: Uint8Array, low: number, high: number): Measured {
  const units = Math.min(sampleUnits, Math.floor(bytes.length / 2));
  const found = { units, usual: 0, separators: 0 };
  for (let index = 0; index < 2 * units; index += 2) {
    const unit = (bytes[index + low] ?? 0) | ((bytes[index + high] ?? 0) << 8);
    if (separators.has(unit)) found.separators += 1;
    if (unit === 9 || separators.has(unit) || usual.some(([from, to]) => unit >= from && unit <= to)) {
      found.usual += 1;
    }
  }
  return found;
}

function isText({ units, usual: known, separators: between }: Measured): boolean {
  return known >= 0.97 * units && between >= Math.max(1, units / 200);
}
