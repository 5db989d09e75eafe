import { type Diff, diffCleanupSemantic, diffMain } from 'diff-match-patch-es';
import type { TextEdit } from '../../../db/model/text-edit.ts';
import { alignLines } from './line-alignment.ts';

/** How long a comparison looks for the smallest differences, in milliseconds; then it takes what it has. */
const longestSearch = 3_000;

/**
 * Returns the edits that make `after` of `before`, in UTF-16 units; no edit cuts a surrogate pair. Whole sentences are
 * compared first, line by line; those that were changed are paired with what they became, and compared letter by
 * letter within the pair. So a correction in one turn touches no other, and what was written anew is one edit.
 */
export function findEdits(before: string, after: string): TextEdit[] {
  const edits = new EditList(before);
  const deadline = Date.now() + longestSearch;
  const numbers = new SentenceNumbers();
  const [former, later] = [numbers.encode(before), numbers.encode(after)];
  const diffs = diffMain(former, later, {}, false, deadline);
  let block: { removed: string[]; added: string[] } = { removed: [], added: [] };
  const closeBlock = () => {
    addBlock(edits, block, deadline);
    block = { removed: [], added: [] };
  };
  for (const [operation, units] of diffs) {
    if (operation === -1) block.removed = block.removed.concat(numbers.decode(units));
    else if (operation === 1) block.added = block.added.concat(numbers.decode(units));
    else {
      closeBlock();
      edits.keep(numbers.measure(units));
    }
  }
  closeBlock();
  return edits.finish();
}

// A sentence with the blanks behind it, or what a line ends with. No alternative begins where another one could.
const sentence = /[^\n.!?…。！？]*(?:[.!?…。！？]+["'”’»)\]]*[^\S\n]*\n?|\n|$)/gu;

/**
 * Writes a text as one UTF-16 unit for each of its sentences, the same unit for the same sentence, so that sentences are
 * compared as letters are. Beyond 65,534 different ones, the rest of a text is one.
 */
class SentenceNumbers {
  private readonly sentences: string[] = [];
  private readonly numberOf = new Map<string, number>();

  encode(text: string): string {
    const units: string[] = [];
    let end = 0;
    for (const [found] of text.matchAll(sentence)) {
      if (found === '') continue;
      const isFull = this.sentences.length >= 65_534;
      const piece = isFull ? text.slice(end) : found;
      units.push(String.fromCharCode(this.toNumber(piece)));
      end += piece.length;
      if (isFull) break;
    }
    return units.join('');
  }

  decode(units: string): string[] {
    return Array.from({ length: units.length }, (_, index) => this.sentences[units.charCodeAt(index)] ?? '');
  }

  /** Returns the length of what some units stand for, in UTF-16 units of the text. */
  measure(units: string): number {
    let length = 0;
    for (let index = 0; index < units.length; index += 1) {
      length += this.sentences[units.charCodeAt(index)]?.length ?? 0;
    }
    return length;
  }

  private toNumber(piece: string): number {
    const known = this.numberOf.get(piece);
    if (known !== undefined) return known;
    const number = this.sentences.push(piece) - 1;
    this.numberOf.set(piece, number);
    return number;
  }
}

/** Some sentences became some other ones. */
function addBlock(
  edits: EditList,
  { removed, added }: { removed: readonly string[]; added: readonly string[] },
  deadline: number,
): void {
  for (const { left, right } of alignLines(removed, added)) {
    if (left === undefined) edits.insert(right?.length ?? 0);
    else if (right === undefined) edits.remove(left.length);
    else for (const diff of comparePair(left, right, deadline)) edits.add(diff);
  }
}

function comparePair(left: string, right: string, deadline: number): Diff[] {
  const diffs = diffMain(left, right, {}, false, deadline);
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
