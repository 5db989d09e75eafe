import { decodeRtfBytes, isDoubleByte, isIncomplete, type RtfCharset } from './rtf-charsets.ts';

/** Bytes of one character set that wait until they are decoded together, for a character may need several. */
export type RtfRun = {
  push(byte: number, charset: RtfCharset): void;
  /** Returns whether the next byte belongs to a character that has begun. */
  isWithinCharacter(): boolean;
  /** Returns the text of the waiting bytes and forgets them. */
  take(): string;
  isEmpty(): boolean;
  getCharset(): RtfCharset;
};

/** Makes a run without bytes. */
export function createRtfRun(): RtfRun {
  let bytes: number[] = [];
  let charset: RtfCharset = '';
  return {
    push(byte, given) {
      charset = given;
      bytes.push(byte);
    },
    isWithinCharacter: () => bytes.length > 0 && isDoubleByte(charset) && isIncomplete(bytes, charset),
    take() {
      const text = bytes.length === 0 ? '' : decodeRtfBytes(bytes, charset);
      bytes = [];
      return text;
    },
    isEmpty: () => bytes.length === 0,
    getCharset: () => charset,
  };
}
