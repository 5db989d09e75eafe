/** What the tokens of a Rich Text file are handed to, in the order of the file. */
export type RtfListener = {
  openGroup(): void;
  closeGroup(): void;
  /** A control word (`par`) with its number (`\fs24`), if it has one. */
  word(name: string, value: number | null): void;
  /** A control sign (`\~`); the sign is one character. */
  sign(character: string): void;
  /** A byte written as `\'e4`. */
  hexByte(byte: number): void;
  /** Bytes that stand for themselves, without line ends: `start` to `end`, exclusive. */
  plain(start: number, end: number): void;
  /** Returns true where the rest of the file is not to be read. */
  isDone(position: number): boolean;
};

const backslash = 0x5c;
const braceOpen = 0x7b;
const braceClose = 0x7d;
const space = 0x20;
const minus = 0x2d;
// Longer words and numbers are damage.
const longestWord = 40;
const longestNumber = 12;

/** Reads the tokens of Rich Text from its bytes, from `start` on, in one pass and without recursion. */
export function readRtfTokens(bytes: Buffer, start: number, listener: RtfListener): void {
  let position = start;
  while (position < bytes.length && !listener.isDone(position)) {
    const byte = bytes[position] ?? 0;
    if (byte === backslash) {
      position = readControl(bytes, position + 1, listener);
    } else if (byte === braceOpen || byte === braceClose) {
      if (byte === braceOpen) listener.openGroup();
      else listener.closeGroup();
      position += 1;
    } else {
      const end = findPlainEnd(bytes, position);
      if (end > position) listener.plain(position, end);
      // Line ends and NUL are no text; what ends the bytes otherwise is read next.
      position = end > position ? end : position + 1;
    }
  }
}

function findPlainEnd(bytes: Buffer, start: number): number {
  let end = start;
  for (; end < bytes.length; end += 1) {
    const byte = bytes[end] ?? 0;
    if (byte === backslash || byte === braceOpen || byte === braceClose) break;
    if (byte === 0x0a || byte === 0x0d || byte === 0) break;
  }
  return end;
}

/** Reads what follows a backslash and returns where the next token begins. */
function readControl(bytes: Buffer, start: number, listener: RtfListener): number {
  const first = bytes[start];
  if (first === undefined) return start;
  if (isLetter(first)) return readWord(bytes, start, listener);
  if (first === 0x27) return readHex(bytes, start + 1, listener);
  listener.sign(String.fromCharCode(first));
  return start + 1;
}

function readHex(bytes: Buffer, start: number, listener: RtfListener): number {
  const digits = bytes.toString('latin1', start, start + 2);
  if (!/^[\da-f]{2}$/i.test(digits)) return start;
  listener.hexByte(Number.parseInt(digits, 16));
  return start + 2;
}

function readWord(bytes: Buffer, start: number, listener: RtfListener): number {
  let end = start;
  while (end < start + longestWord && isLetter(bytes[end])) end += 1;
  const name = bytes.toString('latin1', start, end);
  const numberStart = end;
  if (bytes[end] === minus && isDigit(bytes[end + 1])) end += 1;
  while (end < numberStart + longestNumber && isDigit(bytes[end])) end += 1;
  const value = end === numberStart ? null : Number(bytes.toString('latin1', numberStart, end));
  // One blank ends the word and is no text.
  if (bytes[end] === space) end += 1;
  // Binary data may hold any byte, braces too.
  if (name === 'bin' && value !== null && value > 0) return end + value;
  listener.word(name, value);
  return end;
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a));
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
