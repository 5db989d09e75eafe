import type { Span } from '../../../db/model/span.ts';
import { createLineWriter } from '../documents/line-writer.ts';
import type { TableCells } from '../documents/story-writer.ts';

/** The paragraphs of a Rich Text document, a footnote, a comment or a text box under construction. */
export type ParagraphWriter = {
  write(text: string, isBold: boolean): void;
  /** Ends a line within a paragraph. */
  endLine(): void;
  /** Ends a paragraph; the last one of a cell ends with the cell. */
  endParagraph(isInCell?: boolean): void;
  /** Ends the line if there is anything on it, as a new page does. */
  endStartedLine(): void;
  endCell(): void;
  endRow(): void;
  endNestedCell(): void;
  endNestedRow(): void;
  /** Gives the paragraph the bullet or number that its first text stands behind. */
  setMark(mark: string): void;
  setLevel(level: number): void;
  /** Takes what the line begins with for its bullet or number when a tab comes next: that is how pandoc writes lists. */
  expectItem(): void;
  /** Adds the text of a box, to stand behind the paragraph it is tied to. */
  addBox(text: string): void;
  /** Returns where the next text will stand, in UTF-16 units. */
  getPosition(): number;
  /** Returns the text without the line end of its last paragraph, and the cells of its tables (UTF-16 units, ends exclusive). */
  finish(): { text: string; boldHeads: Span[]; tables: TableCells[] };
};

const deepestLevel = 8;

/** Makes an empty ParagraphWriter. */
export function createParagraphWriter(): ParagraphWriter {
  const lines = createLineWriter();
  let mark: string | undefined;
  let level = 0;
  let isLineEmpty = true;
  // Written once something follows in the row or the cell: a row ends without a tab, a cell without an empty line.
  let waitingTabs = 0;
  let isLineWaiting = false;
  let isLastLineOpen = true;
  // The text of the line as long as it may be a bullet or number.
  let head = '';
  let isItemExpected = false;
  let boxes: string[] = [];
  const tables: Span[][][] = [];
  let isInTable = false;
  let row: Span[] = [];
  let cellStart = 0;

  function writeWaiting() {
    if (isLineWaiting) lines.newLine();
    if (waitingTabs > 0) lines.write('\t'.repeat(waitingTabs), false);
    if (mark !== undefined) lines.write(`${'  '.repeat(level)}${mark} `, false);
    isLineWaiting = false;
    waitingTabs = 0;
    mark = undefined;
    isLineEmpty = false;
    isLastLineOpen = true;
  }

  function newLine() {
    if (mark !== undefined || waitingTabs > 0 || isLineWaiting) writeWaiting();
    lines.newLine();
    isLineWaiting = false;
    head = '';
    isLineEmpty = true;
    isLastLineOpen = false;
  }

  function endCell() {
    if (mark !== undefined) writeWaiting();
    isLineWaiting = false;
    isLineEmpty = false;
    // The tabs that wait will stand before whatever comes next.
    row.push({ start: cellStart, end: lines.getPosition() + waitingTabs });
    waitingTabs += 1;
    cellStart = lines.getPosition() + waitingTabs;
  }

  function endRow() {
    waitingTabs = Math.max(0, waitingTabs - 1);
    if (!isInTable) tables.push([]);
    tables.at(-1)?.push(row);
    endParagraph();
    // Only a paragraph that is no row ends the table.
    isInTable = true;
  }

  function endParagraph(isInCell = false) {
    if (isInCell && boxes.length === 0) {
      if (mark !== undefined || isLineWaiting) writeWaiting();
      isLineWaiting = true;
      return;
    }
    newLine();
    for (const box of boxes) {
      lines.write(box, false);
      lines.newLine();
    }
    boxes = [];
    row = [];
    cellStart = lines.getPosition();
    isInTable = false;
  }

  return {
    write(text, isBold) {
      if (text === '') return;
      writeWaiting();
      lines.write(isItemExpected && text === '\t' ? ' ' : text, isBold);
      isItemExpected = false;
      if (head.length < 8) head += text.slice(0, 8);
    },
    expectItem() {
      isItemExpected = /^(?:[^\p{L}\p{N}\s]|\(?\p{L}{1,4}[.)]|\(?\d{1,3}[.)])$/u.test(head);
    },
    endLine: newLine,
    endParagraph,
    endStartedLine() {
      if (!isLineEmpty) endParagraph();
    },
    endCell,
    endRow,
    endNestedCell() {
      if (mark !== undefined) writeWaiting();
      waitingTabs += 1;
    },
    endNestedRow() {
      waitingTabs = Math.max(0, waitingTabs - 1);
      if (waitingTabs > 0) writeWaiting();
      isLineWaiting = true;
    },
    setMark(written) {
      mark = written;
    },
    setLevel(deep) {
      level = Math.min(Math.max(0, deep), deepestLevel);
    },
    addBox(text) {
      boxes.push(text);
    },
    getPosition: lines.getPosition,
    finish() {
      if (boxes.length > 0) endParagraph();
      if (mark !== undefined) writeWaiting();
      const { text, boldHeads } = lines.finish();
      return { text: isLastLineOpen ? text : text.slice(0, -1), boldHeads, tables };
    },
  };
}
