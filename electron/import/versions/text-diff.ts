import { type Diff, diffCleanupSemantic, diffMain } from 'diff-match-patch-es';
import type { TextEdit } from '../../../db/model/text-edit.ts';
import { alignLines } from './line-alignment.ts';

/** How long a comparison looks for the smallest difference, in seconds; then it takes what it has. */
const longestSearch = 1;

/**
 * Returns the edits that make `after` of `before`, in UTF-16 units; no edit cuts a surrogate pair. Whole lines are
 * compared first, as a turn is a line; lines that were changed are paired with what they became, and compared letter
 * by letter within the pair. So a correction in one turn touches no other, and what was written anew is one edit.
 */
export function findEdits(before: string, after: string): TextEdit[] {
  const edits = new EditList(before);
  const numbers = new LineNumbers();
  const [former, later] = [numbers.encode(before), numbers.encode(after)];
  const toLines = (chars: string) => numbers.decode(chars);
  const diffs = diffMain(former, later, { diffTimeout: longestSearch }, false);
  let block: { removed: string[]; added: string[] } = { removed: [], added: [] };
  const closeBlock = () => {
    addBlock(edits, block.removed, block.added);
    block = { removed: [], added: [] };
  };
  for (const [operation, chars] of diffs) {
    if (operation === -1) block.removed.push(...toLines(chars));
    else if (operation === 1) block.added.push(...toLines(chars));
    else {
      closeBlock();
      edits.keep(toLines(chars).join('').length);
    }
  }
  closeBlock();
  return edits.finish();
}

/**
 * Writes a text as one UTF-16 unit for each of its lines, the same unit for the same line, so that lines are compared
 * as letters are. Beyond 65,534 different lines, the rest of a text is one line.
 */
class LineNumbers {
  private readonly lines: string[] = [];
  private readonly numberOf = new Map<string, number>();

  encode(text: string): string {
    const numbers: string[] = [];
    for (let start = 0; start < text.length; ) {
      const lineEnd = text.indexOf('\n', start);
      const isFull = this.lines.length >= 65_534;
      const end = lineEnd === -1 || isFull ? text.length : lineEnd + 1;
      numbers.push(String.fromCharCode(this.toNumber(text.slice(start, end))));
      start = end;
    }
    return numbers.join('');
  }

  decode(numbers: string): string[] {
    return Array.from({ length: numbers.length }, (_, index) => this.lines[numbers.charCodeAt(index)] ?? '');
  }

  private toNumber(line: string): number {
    const known = this.numberOf.get(line);
    if (known !== undefined) return known;
    const number = this.lines.push(line) - 1;
    this.numberOf.set(line, number);
    return number;
  }
}

/** Some lines became some other lines. */
function addBlock(edits: EditList, removed: readonly string[], added: readonly string[]): void {
  for (const { left, right } of alignLines(removed, added)) {
    if (left === undefined) edits.insert(right?.length ?? 0);
    else if (right === undefined) edits.remove(left.length);
    else for (const diff of compareLines(left, right)) edits.add(diff);
  }
}

function compareLines(left: string, right: string): Diff[] {
  const diffs = diffMain(left, right, { diffTimeout: longestSearch }, false);
  diffCleanupSemantic(diffs);
  return diffs;
}

/** Edits under construction; what touches becomes one. */
class EditList {
  private readonly edits: TextEdit[] = [];
  private readonly before: string;
  private at = 0;

  constructor(before: string) {
    this.before = before;
  }

  add([operation, { length }]: Diff): void {
    if (operation === 1) this.insert(length);
    else if (operation === -1) this.remove(length);
    else this.keep(length);
  }

  keep(length: number): void {
    this.at += length;
  }

  insert(length: number): void {
    if (length > 0) this.touch().inserted += length;
  }

  remove(length: number): void {
    if (length > 0) this.touch().end += length;
    this.at += length;
  }

  finish(): TextEdit[] {
    return this.edits.map((edit) => widenToPairs(this.before, edit));
  }

  private touch(): TextEdit {
    const last = this.edits.at(-1);
    if (last !== undefined && last.end === this.at) return last;
    const edit = { start: this.at, end: this.at, inserted: 0 };
    this.edits.push(edit);
    return edit;
  }
}

/** 😀 and 😁 share their first half: what is between the halves of a pair is moved out of the kept text. */
function widenToPairs(before: string, edit: TextEdit): TextEdit {
  let { start, end, inserted } = edit;
  if (isHighSurrogate(before.charCodeAt(start - 1))) {
    start -= 1;
    inserted += 1;
  }
  if (isLowSurrogate(before.charCodeAt(end))) {
    end += 1;
    inserted += 1;
  }
  return { start, end, inserted };
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
