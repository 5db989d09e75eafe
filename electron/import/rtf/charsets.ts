import iconv from 'iconv-lite';

/** How the bytes of a piece of Rich Text are decoded: the name of a character set, or the signs of Symbol fonts. */
export type RtfCharset = string;

export const symbolCharset = 'symbol';

/** Character sets by the number of `\fcharset`; 0 and 1 leave it to the document. */
const ofFont = new Map<number, RtfCharset>([
  [2, symbolCharset],
  [77, 'macroman'],
  [78, 'shift_jis'],
  [79, 'euc-kr'],
  [80, 'gbk'],
  [81, 'big5'],
  [85, 'macgreek'],
  [86, 'macturkish'],
  [88, 'maccenteuro'],
  [89, 'maccyrillic'],
  [128, 'shift_jis'],
  [129, 'euc-kr'],
  [130, 'euc-kr'],
  [134, 'gbk'],
  [136, 'big5'],
  [161, 'windows-1253'],
  [162, 'windows-1254'],
  [163, 'windows-1258'],
  [177, 'windows-1255'],
  [178, 'windows-1256'],
  [186, 'windows-1257'],
  [204, 'windows-1251'],
  [222, 'windows-874'],
  [238, 'windows-1250'],
  [254, 'cp437'],
  [255, 'cp850'],
]);

/** Code pages whose number is no name in iconv-lite. */
const ofCodePage = new Map<number, RtfCharset>([
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [1361, 'euc-kr'],
  [10000, 'macroman'],
  [10001, 'shift_jis'],
  [10002, 'big5'],
  [10003, 'euc-kr'],
  [10006, 'macgreek'],
  [10007, 'maccyrillic'],
  [10008, 'gbk'],
  [10029, 'maccenteuro'],
  [10081, 'macturkish'],
  [65001, 'utf-8'],
]);

const doubleByte: ReadonlySet<RtfCharset> = new Set(['shift_jis', 'gbk', 'big5', 'euc-kr']);

/** The signs of Symbol and Wingdings that transcripts have: bullets, arrows, ticks and signs of mathematics. */
const symbols = new Map<number, string>([
  [0x6c, '●'],
  [0x6e, '■'],
  [0x76, '❖'],
  [0xa7, '▪'],
  [0xa8, '◦'],
  [0xae, '→'],
  [0xac, '←'],
  [0xb0, '°'],
  [0xb1, '±'],
  [0xb2, '″'],
  [0xb3, '≥'],
  [0xa3, '≤'],
  [0xb4, '×'],
  [0xb7, '•'],
  [0xb9, '≠'],
  [0xba, '≡'],
  [0xbb, '≈'],
  [0xbc, '…'],
  [0xd8, '➢'],
  [0xde, '⇒'],
  [0xe0, '→'],
  [0xe8, '➔'],
  [0xfc, '✓'],
  [0xfe, '☑'],
]);

/** Returns the character set of a code page (`\ansicpg1251`), or undefined when it is not known. */
export function findCodePage(number: number): RtfCharset | undefined {
  const name = ofCodePage.get(number) ?? `cp${number}`;
  return iconv.encodingExists(name) ? name : undefined;
}

/** Returns the character set that `\fcharset` names, or undefined when the number leaves it to the document. */
export function findFontCharset(number: number): RtfCharset | undefined {
  return ofFont.get(number);
}

export function isDoubleByte(charset: RtfCharset): boolean {
  return doubleByte.has(charset);
}

/** Returns whether the bytes of a double-byte set end within a character. */
export function isIncomplete(bytes: readonly number[], charset: RtfCharset): boolean {
  let index = 0;
  while (index < bytes.length) index += isLeadByte(bytes[index] ?? 0, charset) ? 2 : 1;
  return index > bytes.length;
}

function isLeadByte(byte: number, charset: RtfCharset): boolean {
  // Shift-JIS has half-width syllables of one byte in between.
  if (charset === 'shift_jis') return (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc);
  return byte >= 0x81 && byte <= 0xfe;
}

export function decodeRtfBytes(bytes: readonly number[], charset: RtfCharset): string {
  if (charset === symbolCharset) return bytes.map(toSymbol).join('');
  return iconv.decode(Buffer.from(bytes), charset);
}

/** Returns the sign of a Symbol font; those not known stay in the private area where Word puts them. */
function toSymbol(byte: number): string {
  if (byte < 0x80) return String.fromCharCode(byte);
  return symbols.get(byte) ?? String.fromCharCode(0xf000 + byte);
}

/** Returns what Word writes as a character of the private area for a sign of a Symbol font. */
export function fromPrivateArea(unit: number): string {
  const symbol = unit >= 0xf020 && unit <= 0xf0ff ? symbols.get(unit - 0xf000) : undefined;
  return symbol ?? String.fromCharCode(unit);
}
