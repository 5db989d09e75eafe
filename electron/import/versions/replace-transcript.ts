import type { ReadHandle, WriteHandle } from '../../../db/sql.ts';
import { deleteExcerpt, listExcerptUses, moveExcerpts } from '../../../db/tables/excerpts.ts';
import { keepVersion } from '../../../db/tables/transcript-versions.ts';
import { getTranscript, getTranscriptText, replaceTranscriptText } from '../../../db/tables/transcripts.ts';
import { deleteTurns, insertTurns, type NewTurn } from '../../../db/tables/turns.ts';
import type { MovedExcerpt, VersionEffect } from '../../ipc/contract/imports.ts';
import { ImportFileError } from '../import-file-error.ts';
import { type ReadFile, type ReadTranscript, toStoredFields } from '../reading.ts';
import { planVersion, type VersionPlan } from './plan.ts';

/** Returns what a file would do to the excerpts of a transcript if it took its place; nothing is written. */
export function describeVersion(
  read: ReadHandle,
  transcriptId: number,
  { parsed, words }: ReadTranscript,
): VersionEffect {
  const transcript = getTranscript(read, transcriptId);
  const excerpts = listExcerptUses(read, transcriptId);
  const plan = planVersion(getTranscriptText(read, transcriptId), parsed.text, excerpts);
  const tell = (
    { id, says: _, ...excerpt }: (typeof excerpts)[number],
    newQuote: string | null,
  ): MovedExcerpt => ({
    excerptId: id,
    ...excerpt,
    newQuote,
  });
  return {
    transcriptId,
    name: transcript.name,
    kept: plan.kept.length,
    changed: plan.changed.map(({ excerpt, move }) => tell(excerpt, move.quote)),
    lost: plan.lost.map((excerpt) => tell(excerpt, null)),
    wordsBefore: transcript.words,
    wordsAfter: words,
  };
}

/** A corrected file; `mayLose` are the excerpts that the researcher knows to have no place in it. */
type Correction = ReadTranscript & {
  file: ReadFile;
  bytes: Uint8Array;
  mayLose: ReadonlySet<number>;
  turns: readonly NewTurn[];
};

/**
 * Puts a corrected file in the place of a transcript's text: the former text is kept as a version, excerpts move, and
 * those that have no place in the new text go with their codings, as `describeVersion` listed them. Throws an
 * ImportFileError when one would go that was not listed.
 */
export function replaceTranscript(write: WriteHandle, transcriptId: number, correction: Correction): void {
  const excerpts = listExcerptUses(write, transcriptId);
  const plan = planVersion(getTranscriptText(write, transcriptId), correction.parsed.text, excerpts);
  assertListed(correction, plan);
  keepVersion(write, transcriptId, 'file');
  for (const { id } of plan.lost) deleteExcerpt(write, id);
  replaceTranscriptText(write, transcriptId, toStoredFields(correction), correction.bytes);
  moveExcerpts(write, transcriptId, [...plan.kept, ...plan.changed.map(({ move }) => move)]);
  deleteTurns(write, transcriptId);
  insertTurns(write, transcriptId, correction.turns);
}

function assertListed({ file, mayLose }: Correction, { lost }: VersionPlan): void {
  const unlisted = lost.filter(({ id }) => !mayLose.has(id)).length;
  if (unlisted === 0) return;
  const excerpts = unlisted === 1 ? 'one excerpt' : `${unlisted} excerpts`;
  throw new ImportFileError(
    file.name,
    `has no place for ${excerpts} of the transcript: look at what would be lost, and decide then`,
  );
}
