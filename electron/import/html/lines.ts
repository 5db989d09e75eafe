import type { Span } from '../../../db/model/span.ts';
import { createLineWriter } from '../documents/line-writer.ts';

/** The lines of a web page under construction: line ends are written only when something follows them. */
export type HtmlLines = {
  /** Writes text in which white space is one space, and none at either end of a line, as browsers show it. */
  write(text: string, isBold: boolean): void;
  /** Writes text in which white space and line ends are meant. */
  writeAsIs(text: string, isBold: boolean): void;
  /** Ends the line, also when it is empty. */
  endLine(): void;
  /** Ends the line where a block begins or ends: only when there is something on it. */
  endBlock(): void;
  /** Lets the mark of a list item stand before the next text. */
  setMark(mark: string): void;
  /** Begins a cell, behind a tab when it is not the row's first, and returns where it stands. */
  startCell(isFirst: boolean): number;
  /** Ends a cell and returns where. */
  endCell(): number;
  endRow(): void;
  /** Returns where the next text will stand, as an offset in UTF-16 units. */
  getPosition(): number;
  /** Returns where the line begins that the next text will stand on. */
  getNextLineStart(): number;
  finish(): { text: string; boldHeads: Span[] };
};

const noBreakSpace = '\u00A0';

/** Makes lines without text. */
export function createHtmlLines(): HtmlLines {
  const lines = createLineWriter();
  let waitingEnds = 0;
  let waitingSpace = '';
  let mark = '';
  /** Whether the line shows anything, be it a space that cannot break, and whether it has text. */
  let isFilled = false;
  let hasText = false;
  let lineStart = 0;

  function flush() {
    if (lines.getPosition() > 0) for (; waitingEnds > 0; waitingEnds -= 1) lines.newLine();
    if (!hasText) lineStart = lines.getPosition();
    waitingEnds = 0;
    if (mark !== '') lines.write(mark, false);
    mark = '';
  }

  function writeWord(word: string, isBold: boolean) {
    flush();
    lines.write((hasText ? waitingSpace : '') + word, isBold);
    waitingSpace = '';
    hasText = true;
    isFilled = true;
  }

  function writeSpace(space: string) {
    if (space.includes(noBreakSpace)) isFilled = true;
    waitingSpace += waitingSpace.endsWith(' ') ? space.replace(/^ /, '') : space;
  }

  function getPosition(): number {
    return lines.getPosition() + (lines.getPosition() > 0 ? waitingEnds : 0);
  }

  function endLine() {
    waitingEnds += 1;
    waitingSpace = '';
    isFilled = false;
    hasText = false;
  }

  return {
    write(text, isBold) {
      const collapsed = text.replace(/[ \t\r\n\f]+/g, ' ');
      let start = 0;
      let end = collapsed.length;
      while (start < end && isSpace(collapsed, start)) start += 1;
      while (end > start && isSpace(collapsed, end - 1)) end -= 1;
      if (start > 0) writeSpace(collapsed.slice(0, start));
      if (start < end) writeWord(collapsed.slice(start, end), isBold);
      if (end < collapsed.length) writeSpace(collapsed.slice(end));
    },
    writeAsIs(text, isBold) {
      text.split('\n').forEach((line, index) => {
        if (index > 0) endLine();
        if (line !== '') writeWord(line, isBold);
      });
    },
    endLine,
    endBlock() {
      if (isFilled) endLine();
    },
    setMark(next) {
      mark = next;
    },
    startCell(isFirst) {
      if (!isFirst) waitingEnds = 0;
      flush();
      if (!isFirst) lines.write('\t', false);
      return lines.getPosition();
    },
    endCell() {
      waitingEnds = 0;
      waitingSpace = '';
      mark = '';
      isFilled = false;
      hasText = false;
      return lines.getPosition();
    },
    endRow() {
      waitingEnds = 1;
    },
    getPosition,
    getNextLineStart: () => (hasText ? lineStart : getPosition()),
    finish: () => lines.finish(),
  };
}

function isSpace(text: string, at: number): boolean {
  const character = text.charAt(at);
  return character === ' ' || character === noBreakSpace;
}
