import { type LooseComment, type Mark, placeComments } from '../documents/comment-places.ts';
import type { ReadComment } from '../parsed-transcript.ts';
import { capture, type RtfTarget, toParagraphs } from './groups.ts';
import { createParagraphWriter } from './writer.ts';

/** The comments of a document under construction. */
export type RtfComments = {
  /** Returns where the text of a group about a comment goes, or undefined when the word begins no such group. */
  findTarget(name: string, position: number): RtfTarget | undefined;
  /** Returns the comments on their passages of the stored text (UTF-16 units, end exclusive). */
  finish(text: string): ReadComment[];
};

/** Makes an empty collection. Word and LibreOffice write id, author, then the comment, whose passage is marked before. */
export function createRtfComments(): RtfComments {
  const comments: LooseComment[] = [];
  const marks = new Map<string, Mark>();
  let next = { initials: '', author: '' };

  function readComment(position: number): RtfTarget {
    const name = `comment ${comments.length}`;
    const comment: LooseComment = { name, author: next.author || next.initials, date: null, text: '' };
    next = { initials: '', author: '' };
    comments.push(comment);
    marks.set(name, { start: position });
    return toParagraphs(createParagraphWriter(), (text) => {
      comment.text = text.trim();
    });
  }

  const targets: Readonly<Record<string, (position: number) => RtfTarget>> = {
    annotation: readComment,
    atnid: () =>
      capture((text) => {
        next.initials = text;
      }),
    atnauthor: () =>
      capture((text) => {
        next.author = text;
      }),
    atrfstart: (position) => capture((id) => marks.set(id, { start: position })),
    atrfend: (position) =>
      capture((id) => marks.set(id, { start: marks.get(id)?.start ?? position, end: position })),
    // Within the comment: which passage it is on, and when it was written.
    atnref: () =>
      capture((id) => {
        const last = comments.at(-1);
        if (last !== undefined && marks.has(id)) last.name = id;
      }),
    atndate: () =>
      capture((text) => {
        const last = comments.at(-1);
        if (last !== undefined) last.date = toDate(Number(text));
      }),
  };

  return {
    findTarget: (name, position) => (Object.hasOwn(targets, name) ? targets[name]?.(position) : undefined),
    finish: (text) => placeComments(text, comments, marks),
  };
}

/** Reads the packed date of a comment: minute (6 bits), hour (5), day (5), month (4), years since 1900 (9). */
function toDate(packed: number): string | null {
  if (!Number.isInteger(packed) || packed === 0) return null;
  const take = (shift: number, bits: number) => (packed >>> shift) & ((1 << bits) - 1);
  const [minute, hour, day, month, year] = [take(0, 6), take(6, 5), take(11, 5), take(16, 4), take(20, 9)];
  if (minute > 59 || hour > 23 || day < 1 || day > 31 || month < 1 || month > 12) return null;
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${1900 + year}-${pad(month)}-${pad(day)}T${pad(hour)}:${pad(minute)}:00`;
}
