import { newGuid } from '../guid.ts';
import { isWithinPair } from '../model/span.ts';
import type { WriteHandle } from '../sql.ts';
import { absorbCoding } from './coding-twins.ts';
import { type CodingRow, findTwin, getCoding, isCoded, updateCoding } from './codings.ts';
import { copyRatings, moveAnchor, moveLinks, moveMemos, moveRatings } from './excerpt-dependents.ts';
import { deleteExcerptIfUnused, ensureExcerpt } from './excerpts.ts';
import { getTranscriptText } from './transcripts.ts';

/**
 * Makes one coding two, which say the same of the words before and after an offset (UTF-16 units of the text), and returns
 * both ids, first the one that there was, with its memos. When nobody else codes the whole passage, ratings that rest on
 * it rest on both parts, and its own memos and the links to it go to the first. Throws a RangeError when the offset is not
 * inside the coding or not between two characters.
 */
export function splitCoding(write: WriteHandle, id: number, offset: number): [number, number] {
  const { excerptId, transcriptId, start, end, ...says } = getCoding(write, id);
  const whole = getTranscriptText(write, transcriptId);
  if (!Number.isInteger(offset) || offset <= start || offset >= end || isWithinPair(whole, offset)) {
    throw new RangeError(
      'A coding is split between two of its characters. Put the caret there and try again.',
    );
  }
  const first = ensureExcerpt(write, transcriptId, { start, end: offset }, whole);
  const second = ensureExcerpt(write, transcriptId, { start: offset, end }, whole);
  const other = copyTo(write, second, says);
  const twin = findTwin(write, first, says);
  if (twin) absorbCoding(write, id, twin.id);
  write.run('UPDATE codings SET excerpt_id = ? WHERE id = ?', first, id);
  if (!isCoded(write, excerptId)) {
    copyRatings(write, excerptId, second);
    moveRatings(write, excerptId, first);
    moveMemos(write, excerptId, first);
    moveLinks(write, excerptId, first);
    moveAnchor(write, excerptId, first);
  }
  deleteExcerptIfUnused(write, excerptId);
  return [id, other];
}

/** Puts what a coding says on another excerpt; who said the same of it before keeps the comments of both. */
function copyTo(
  write: WriteHandle,
  excerptId: number,
  says: Pick<CodingRow, 'codeId' | 'coderId' | 'status' | 'evidence' | 'comment' | 'createdAt'>,
): number {
  const { codeId, coderId, status, evidence, comment, createdAt } = says;
  const twin = findTwin(write, excerptId, says);
  const values = { excerptId, codeId, coderId, status, evidence, comment, createdAt };
  if (!twin) return write.insert('codings', { guid: newGuid(), ...values });
  const known = getCoding(write, twin.id).comment;
  const both = known.includes(comment) ? known : `${comment}\n${known}`.trim();
  updateCoding(write, twin.id, { status, evidence, comment: both });
  return twin.id;
}
