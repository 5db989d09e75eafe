import type { Span } from '../../../db/model/span.ts';

/** Plain text under construction, with the bold passages at line starts: readers of marked-up formats write into it. */
export type LineWriter = {
  /** Adds text to the current line; line ends of any kind in it begin new lines. What no stored text has is left out. */
  write(text: string, isBold: boolean): void;
  newLine(): void;
  /** Returns where the next text will stand, as an offset in UTF-16 units. */
  getPosition(): number;
  /** Returns the text so far and its bold heads, as spans in UTF-16 units. */
  finish(): { text: string; boldHeads: Span[] };
};

/**
 * Divides text into lines as the stored text has them: offsets that are taken while lines are written would else not be
 * those of the stored text.
 */
function toLines(text: string, isStart: boolean): string[] {
  const clean = /[\r\0\ufeff]/.test(text) ? text.replace(/\r\n?/g, '\n').replaceAll('\0', '') : text;
  return (isStart ? clean.replace(/^\ufeff+/, '') : clean).split('\n');
}

/** Makes an empty LineWriter. A line's bold head is the bold text before its first text that is not bold. */
export function createLineWriter(): LineWriter {
  const parts: string[] = [];
  const boldHeads: Span[] = [];
  let length = 0;
  let head: { span: Span | undefined; isOpen: boolean } = { span: undefined, isOpen: true };

  function closeLine() {
    if (head.span !== undefined) boldHeads.push(head.span);
    head = { span: undefined, isOpen: true };
  }

  function writeInLine(text: string, isBold: boolean) {
    if (text.trim() !== '') {
      if (!isBold) head.isOpen = false;
      else if (head.isOpen) head.span = { start: head.span?.start ?? length, end: length + text.length };
    }
    parts.push(text);
    length += text.length;
  }

  function newLine() {
    closeLine();
    parts.push('\n');
    length += 1;
  }

  return {
    write(text, isBold) {
      toLines(text, length === 0).forEach((line, index) => {
        if (index > 0) newLine();
        writeInLine(line, isBold);
      });
    },
    newLine,
    getPosition: () => length,
    finish() {
      closeLine();
      return { text: parts.join(''), boldHeads };
    },
  };
}
