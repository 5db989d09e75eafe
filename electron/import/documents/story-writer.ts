import type { Span } from '../../../db/model/span.ts';
import type { Mark } from './comment-places.ts';
import { createLineWriter } from './line-writer.ts';

/** The rows of a table as the passages of their cells. */
export type TableCells = readonly (readonly Span[])[];

/** The text of a document or of a part that stands apart (a text box, a footnote). Offsets are UTF-16 units. */
export type Story = {
  text: string;
  boldHeads: Span[];
  /** Where the notes begin, behind which nobody speaks; the text's length when there are none. */
  speechEnd: number;
  /** Tables that do not stand in other tables. */
  tables: TableCells[];
  /** Where comments begin and end, by the names they were marked with; `end` is missing for those on a point. */
  marks: Map<string, Mark>;
};

/** A document under construction: readers of word processors' files tell it what they come upon, in order. */
export type StoryWriter = {
  /** Begins a paragraph. `mark` (`• `, `1. `) stands before its words, however it is nested. */
  startBlock(mark?: string): void;
  endBlock(): void;
  /** Lets the next paragraph go on in this one: the mark between them was deleted. */
  joinBlocks(): void;
  write(text: string, isBold: boolean): void;
  newLine(): void;
  startTable(): void;
  startRow(): void;
  startCell(): void;
  endCell(): void;
  endTable(): void;
  /** Writes `[1]` here and the note's text at the end of the document. */
  addNote(story: Story): void;
  /** Keeps the text of a box until the paragraph it belongs to ends. */
  addBox(story: Story): void;
  startMark(name: string): void;
  endMark(name: string): void;
  finish(): Story;
};

/** Makes an empty StoryWriter. */
export function createStoryWriter(): StoryWriter {
  const lines = createLineWriter();
  const tables: Span[][][] = [];
  const marks = new Map<string, Mark>();
  const notes: Story[] = [];
  let boxes: Story[] = [];
  /** Whether the body, and each cell within it that is open, already has a block. */
  const hasBlock = [false];
  let listMark = '';
  let tableDepth = 0;
  let isJoined = false;
  let isFirstCell = true;
  let blockStart = 0;

  function beginBlock() {
    if (hasBlock.at(-1) === true && !isJoined) lines.newLine();
    if (!isJoined) blockStart = lines.getPosition();
    hasBlock[hasBlock.length - 1] = true;
    isJoined = false;
  }

  function writeListMark() {
    if (listMark !== '') lines.write(listMark, false);
    listMark = '';
  }

  function getPosition(): number {
    writeListMark();
    return lines.getPosition();
  }

  function writeStory({ text, boldHeads, marks: inner }: Story) {
    const base = lines.getPosition();
    let position = 0;
    for (const { start, end } of boldHeads) {
      lines.write(text.slice(position, start), false);
      lines.write(text.slice(start, end), true);
      position = end;
    }
    lines.write(text.slice(position), false);
    for (const [name, { start, end }] of inner) {
      marks.set(name, { start: base + start, ...(end === undefined ? {} : { end: base + end }) });
    }
  }

  function writeBoxes() {
    const waiting = boxes;
    boxes = [];
    for (const box of waiting) {
      beginBlock();
      writeStory(box);
    }
  }

  return {
    startBlock(mark = '') {
      beginBlock();
      // What goes on in an earlier paragraph's line has no mark of its own.
      listMark = lines.getPosition() === blockStart ? mark : '';
    },
    endBlock() {
      writeListMark();
      // A paragraph that only holds a box has no line of its own.
      if (boxes.length > 0) isJoined = lines.getPosition() === blockStart;
      writeBoxes();
    },
    joinBlocks() {
      listMark = '';
      isJoined = hasBlock.at(-1) === true;
    },
    write(text, isBold) {
      if (text === '') return;
      writeListMark();
      lines.write(text, isBold);
    },
    newLine() {
      writeListMark();
      lines.newLine();
    },
    startTable() {
      isJoined = false;
      tableDepth += 1;
      if (tableDepth === 1) tables.push([]);
    },
    startRow() {
      beginBlock();
      isFirstCell = true;
      if (tableDepth === 1) tables.at(-1)?.push([]);
    },
    startCell() {
      if (!isFirstCell) lines.write('\t', false);
      isFirstCell = false;
      hasBlock.push(false);
      const start = lines.getPosition();
      if (tableDepth === 1) tables.at(-1)?.at(-1)?.push({ start, end: start });
    },
    endCell() {
      writeBoxes();
      isJoined = false;
      isFirstCell = false;
      if (hasBlock.length > 1) hasBlock.pop();
      const cell = tables.at(-1)?.at(-1)?.at(-1);
      if (tableDepth === 1 && cell !== undefined) cell.end = lines.getPosition();
    },
    endTable() {
      tableDepth = Math.max(0, tableDepth - 1);
    },
    addNote(story) {
      notes.push(story);
      writeListMark();
      lines.write(`[${notes.length}]`, false);
    },
    addBox(story) {
      if (story.text.trim() !== '') boxes.push(story);
    },
    startMark(name) {
      if (!marks.has(name)) marks.set(name, { start: getPosition() });
    },
    endMark(name) {
      const start = marks.get(name)?.start ?? getPosition();
      marks.set(name, { start, end: lines.getPosition() });
    },
    finish() {
      writeBoxes();
      isJoined = false;
      let speechEnd: number | undefined;
      notes.forEach((note, index) => {
        if (hasBlock[0] === true) lines.newLine();
        hasBlock[0] = true;
        speechEnd ??= lines.getPosition();
        lines.write(`[${index + 1}] `, false);
        writeStory(skipSpace(note));
      });
      return { ...lines.finish(), speechEnd: speechEnd ?? lines.getPosition(), tables, marks };
    },
  };
}

/** Takes the space away that word processors put between a note's number, which is written anew, and its words. */
function skipSpace({ text, boldHeads, marks, ...rest }: Story): Story {
  const shift = text.search(/\S|$/);
  const move = (offset: number) => Math.max(0, offset - shift);
  const moved = [...marks].map(([name, { start, end }]): [string, Mark] => {
    return [name, { start: move(start), ...(end === undefined ? {} : { end: move(end) }) }];
  });
  const heads = boldHeads.map(({ start, end }) => ({ start: move(start), end: move(end) }));
  return { ...rest, text: text.slice(shift), boldHeads: heads, marks: new Map(moved) };
}
