import iconv from 'iconv-lite';
import { ImportFileError } from '../import-file-error.ts';
import type { SourceFile } from '../parsed-transcript.ts';
import { guessCharset } from './charset-guess.ts';
import { findUtf8, isNearlyUtf8, measureUtf8 } from './charset-utf8.ts';
import { findUtf16, findUtf16OfAscii } from './charset-utf16.ts';

/**
 * Text with the character set it was decoded from, in lower case (`utf-8`, `windows-1252`). `isGuessed` says that
 * neither the bytes nor the researcher told the set.
 */
export type DecodedText = { text: string; charset: string; isGuessed: boolean; notes: string[] };

/** The character sets to choose from when a transcript is imported, by the names that programs give them. */
export const charsets: readonly { charset: string; name: string }[] = [
  { charset: 'utf-8', name: 'Unicode (UTF-8)' },
  { charset: 'utf-16le', name: 'Unicode (UTF-16, little-endian)' },
  { charset: 'utf-16be', name: 'Unicode (UTF-16, big-endian)' },
  { charset: 'windows-1252', name: 'Western European (Windows-1252)' },
  { charset: 'iso-8859-1', name: 'Western European (ISO-8859-1)' },
  { charset: 'iso-8859-15', name: 'Western European with € (ISO-8859-15)' },
  { charset: 'macroman', name: 'Western European (Mac Roman)' },
  { charset: 'cp850', name: 'Western European (DOS 850)' },
  { charset: 'windows-1250', name: 'Central European (Windows-1250)' },
  { charset: 'iso-8859-2', name: 'Central European (ISO-8859-2)' },
  { charset: 'maccenteuro', name: 'Central European (Mac)' },
  { charset: 'windows-1257', name: 'Baltic (Windows-1257)' },
  { charset: 'windows-1251', name: 'Cyrillic (Windows-1251)' },
  { charset: 'koi8-r', name: 'Cyrillic (KOI8-R)' },
  { charset: 'iso-8859-5', name: 'Cyrillic (ISO-8859-5)' },
  { charset: 'maccyrillic', name: 'Cyrillic (Mac)' },
  { charset: 'cp866', name: 'Cyrillic (DOS 866)' },
  { charset: 'windows-1253', name: 'Greek (Windows-1253)' },
  { charset: 'windows-1254', name: 'Turkish (Windows-1254)' },
  { charset: 'windows-1255', name: 'Hebrew (Windows-1255)' },
  { charset: 'windows-1256', name: 'Arabic (Windows-1256)' },
  { charset: 'windows-874', name: 'Thai (Windows-874)' },
  { charset: 'shift_jis', name: 'Japanese (Shift-JIS)' },
  { charset: 'euc-jp', name: 'Japanese (EUC-JP)' },
  { charset: 'gb18030', name: 'Chinese, simplified (GB18030)' },
  { charset: 'big5', name: 'Chinese, traditional (Big5)' },
  { charset: 'euc-kr', name: 'Korean (EUC-KR)' },
];

const byteOrderMarks = [
  // UTF-32 first: its little-endian mark begins with that of UTF-16.
  { charset: 'utf-32le', mark: [0xff, 0xfe, 0, 0] },
  { charset: 'utf-32be', mark: [0, 0, 0xfe, 0xff] },
  { charset: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { charset: 'utf-16le', mark: [0xff, 0xfe] },
  { charset: 'utf-16be', mark: [0xfe, 0xff] },
];

/**
 * Decodes the bytes of a text file. The character set is the researcher's choice if there is one, else by byte order
 * mark, UTF-8, the pattern of UTF-16, and last a guess from the letters, which is noted. UTF-8 with a few damaged
 * places is decoded as such, with a note that says where the first is. Throws an ImportFileError when the chosen set is
 * unknown or the bytes are no text at all.
 */
export function decodeText(file: SourceFile, chosen?: string): DecodedText {
  const decoded =
    chosen === undefined
      ? decodeUnknown(file.bytes)
      : decodeAs(file.bytes, getKnownCharset(file.name, chosen));
  if (isBinary(decoded.text)) {
    const remedy = 'save the transcript as .docx or .txt and import that';
    throw new ImportFileError(file.name, `does not contain text that can be read: ${remedy}`);
  }
  return decoded;
}

function decodeUnknown(bytes: Uint8Array): DecodedText {
  const marked = findMarked(bytes);
  if (marked !== undefined && marked !== 'utf-8') return decodeAs(bytes, marked);
  // Nearly every file is read here, in one pass.
  const text = findUtf8(bytes);
  if (text !== undefined) {
    const utf16 = text.includes('\0') ? findUtf16WithinUtf8(bytes, text) : undefined;
    return utf16 === undefined
      ? { text, charset: 'utf-8', isGuessed: false, notes: [] }
      : decodeAs(bytes, utf16);
  }
  const fit = measureUtf8(bytes);
  if (marked === 'utf-8' || isNearlyUtf8(fit)) return decodeDamagedUtf8(bytes, fit.firstBad);
  const utf16 = findUtf16(bytes);
  return utf16 === undefined ? decodeGuessed(bytes) : decodeAs(bytes, utf16);
}

/** Letters of ASCII and Cyrillic ones are UTF-8 in UTF-16 too, with every second byte a control character. */
function findUtf16WithinUtf8(bytes: Uint8Array, text: string): string | undefined {
  return findUtf16OfAscii(bytes) ?? (isBinary(text) ? findUtf16(bytes) : undefined);
}

function findMarked(bytes: Uint8Array): string | undefined {
  return byteOrderMarks.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte))?.charset;
}

function decodeGuessed(bytes: Uint8Array): DecodedText {
  const charset = guessCharset(bytes);
  const advice = 'check its letters, and import it again with another character set if they are wrong';
  const notes = [`The character set was guessed as ${charset}: ${advice}.`];
  return { ...decodeAs(bytes, charset), isGuessed: true, notes };
}

function decodeDamagedUtf8(bytes: Uint8Array, firstBad: number): DecodedText {
  const decoded = decodeAs(bytes, 'utf-8');
  const count = countReplacements(decoded.text) - countWritten(bytes);
  const before = Buffer.from(bytes.subarray(0, firstBad)).toString('latin1');
  const line = before.split(/\r\n?|\n/).length;
  const notes = [`Characters that could not be decoded are shown as �: ${count}, the first in line ${line}.`];
  return { ...decoded, notes };
}

function decodeAs(bytes: Uint8Array, charset: string): DecodedText {
  return { text: iconv.decode(bytes, charset, { stripBOM: true }), charset, isGuessed: false, notes: [] };
}

function getKnownCharset(fileName: string, chosen: string): string {
  const charset = chosen.trim().toLowerCase();
  if (iconv.encodingExists(charset)) return charset;
  throw new ImportFileError(fileName, `cannot be read as “${chosen}”: choose a character set such as utf-8`);
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

/** Counts the signs for characters that could not be decoded that stood in the file already. */
function countWritten(bytes: Uint8Array): number {
  return countReplacements(Buffer.from(bytes).toString('latin1').replaceAll('\xef\xbf\xbd', '\uFFFD'));
}
