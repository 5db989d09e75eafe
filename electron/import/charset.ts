import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { ImportFileError } from './import-file-error.ts';
import type { SourceFile } from './parsed-transcript.ts';

/** The character sets a researcher can choose from, the likeliest first. */
export const charsets: readonly { charset: string; name: string }[] = [
  { charset: 'utf-8', name: 'Unicode (UTF-8)' },
  { charset: 'windows-1252', name: 'Western European (Windows-1252)' },
];

/** Text with the character set it was decoded from, in lower case (`utf-8`, `windows-1252`). */
export type DecodedText = { text: string; charset: string; notes: string[] };

const byteOrderMarks = [
  // UTF-32 first: its little-endian mark begins with that of UTF-16.
  { charset: 'utf-32le', mark: [0xff, 0xfe, 0, 0] },
  { charset: 'utf-32be', mark: [0, 0, 0xfe, 0xff] },
  { charset: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { charset: 'utf-16le', mark: [0xff, 0xfe] },
  { charset: 'utf-16be', mark: [0xfe, 0xff] },
];

// What files call by these names is nearly always the Windows set, which has the quotation marks and dashes.
const widerSets = new Map([
  ['iso-8859-1', 'windows-1252'],
  ['iso-8859-9', 'windows-1254'],
  ['ascii', 'windows-1252'],
]);

/**
 * Decodes the bytes of a text file. The character set is the researcher's choice if there is one, else by byte
 * order mark, strict UTF-8, the pattern of NUL bytes that UTF-16 leaves, and last a guess from the letters, which is
 * noted. Throws an ImportFileError when the chosen set is unknown or the bytes are no text at all.
 */
export function decodeText(file: SourceFile, chosen?: string): DecodedText {
  const decoded = decodeBytes(file, chosen);
  if (isBinary(decoded.text)) {
    const remedy = 'save the transcript as .docx or .txt and import that';
    throw new ImportFileError(file.name, `does not contain text that can be read: ${remedy}`);
  }
  const broken = chosen === undefined ? countReplacements(decoded.text) : 0;
  if (broken > 0 && decoded.charset === 'utf-8' && !isStrictUtf8(file.bytes)) {
    decoded.notes.push(`Characters that could not be decoded are shown as �: ${broken}.`);
  }
  return decoded;
}

function decodeBytes(file: SourceFile, chosen: string | undefined): DecodedText {
  const { bytes } = file;
  if (chosen !== undefined) return decodeAs(bytes, getKnownCharset(file.name, chosen));
  const marked = byteOrderMarks.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return decodeAs(bytes, marked.charset);
  const isUtf8 = isStrictUtf8(bytes);
  const utf16 = findUtf16(bytes, isUtf8);
  if (utf16 !== undefined) return decodeAs(bytes, utf16);
  if (isUtf8) return decodeAs(bytes, 'utf-8');
  const charset = guessCharset(bytes);
  const advice = 'check its letters, and import it again with another character set if they are wrong';
  return { ...decodeAs(bytes, charset), notes: [`The character set was guessed as ${charset}: ${advice}.`] };
}

function decodeAs(bytes: Uint8Array, charset: string): DecodedText {
  return { text: iconv.decode(bytes, charset, { stripBOM: true }), charset, notes: [] };
}

function getKnownCharset(fileName: string, chosen: string): string {
  const charset = chosen.trim().toLowerCase();
  if (iconv.encodingExists(charset)) return charset;
  throw new ImportFileError(fileName, `cannot be read as “${chosen}”: choose a character set such as utf-8`);
}

function isStrictUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * Finds UTF-16 without a byte order mark: Latin letters, spaces and line ends leave a NUL in every second byte, all
 * at odd places (little-endian) or all at even ones. Bytes that are also valid UTF-8 need many of them.
 */
function findUtf16(bytes: Uint8Array, isUtf8: boolean): 'utf-16le' | 'utf-16be' | undefined {
  // Nearly every file is spared the count by this look, which costs next to nothing.
  if (bytes.length % 2 !== 0 || !bytes.includes(0)) return undefined;
  const nulls = [0, 0];
  bytes.forEach((byte, index) => {
    if (byte === 0) nulls[index % 2] = (nulls[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = nulls;
  const enough = isUtf8 ? Math.max(4, bytes.length / 4) : 2;
  if (even + odd < enough) return undefined;
  if (odd > 20 * even) return 'utf-16le';
  return even > 20 * odd ? 'utf-16be' : undefined;
}

/** Guesses from the part around the first bytes beyond ASCII: the guess needs letters, and a whole book costs time. */
function guessCharset(bytes: Uint8Array): string {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const from = Math.max(0, first - 1_000);
  const best = analyse(bytes.subarray(from, from + 200_000))[0]?.name.toLowerCase() ?? 'windows-1252';
  const charset = widerSets.get(best) ?? best;
  return iconv.encodingExists(charset) ? charset : 'windows-1252';
}

/** Compressed or encoded bytes are a tenth control characters, however they are decoded; transcripts have none. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 100_000);
  let controls = 0;
  for (let index = 0; index < sample.length; index += 1) {
    const unit = sample.charCodeAt(index);
    if (unit < 0x20 && !(unit >= 0x09 && unit <= 0x0d)) controls += 1;
  }
  return controls >= 8 && controls > sample.length / 20;
}

function countReplacements(text: string): number {
  return text.split('\uFFFD').length - 1;
}
