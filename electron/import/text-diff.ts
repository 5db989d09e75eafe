import { diffCleanupSemantic, diffMain } from 'diff-match-patch-es';
import type { TextEdit } from '../../db/model/text-edit.ts';

/** How long the comparison looks for the smallest difference, in seconds; then it takes what it has. */
const longestSearch = 2;

/**
 * Returns the edits that make `after` of `before`, in UTF-16 units; no edit cuts a surrogate pair. What was written
 * anew is one edit, not a mosaic of the letters that happen to be in both.
 */
export function findEdits(before: string, after: string): TextEdit[] {
  const diffs = diffMain(before, after, { diffTimeout: longestSearch });
  diffCleanupSemantic(diffs);
  const edits: TextEdit[] = [];
  let at = 0;
  for (const [operation, { length }] of diffs) {
    const last = edits.at(-1);
    const isTouching = last !== undefined && last.end === at;
    if (operation === 1) {
      if (isTouching) last.inserted += length;
      else edits.push({ start: at, end: at, inserted: length });
    } else if (operation === -1) {
      if (isTouching) last.end += length;
      else edits.push({ start: at, end: at + length, inserted: 0 });
      at += length;
    } else at += length;
  }
  return edits.map((edit) => widenToPairs(before, edit));
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
