import type { ReadHandle, WriteHandle } from '../../../db/sql.ts';
import { deleteExcerpt, listExcerptUses, moveExcerpts } from '../../../db/tables/excerpts.ts';
import { keepVersion } from '../../../db/tables/transcript-versions.ts';
import { getTranscript, getTranscriptText, replaceTranscriptText } from '../../../db/tables/transcripts.ts';
import { deleteTurns, insertTurns, type NewTurn } from '../../../db/tables/turns.ts';
import type { MovedExcerpt, VersionEffect } from '../../ipc/contract/imports.ts';
import type { ReadFile, ReadTranscript } from '../reading.ts';
import { planVersion } from './plan.ts';

/** Returns what a file would do to the excerpts of a transcript if it took its place; nothing is written. */
export function describeVersion(
  read: ReadHandle,
  transcriptId: number,
  { parsed, words }: ReadTranscript,
): VersionEffect {
  const transcript = getTranscript(read, transcriptId);
  const excerpts = listExcerptUses(read, transcriptId);
  const plan = planVersion(getTranscriptText(read, transcriptId), parsed.text, excerpts);
  const tell = ({ id, ...excerpt }: (typeof excerpts)[number], newQuote: string | null): MovedExcerpt => ({
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

/**
 * Puts a corrected file in the place of a transcript's text: the former text is kept as a version, excerpts move, and
 * those that have no place in the new text go with their codings, as `describeVersion` listed them.
 */
export function replaceTranscript(
  write: WriteHandle,
  transcriptId: number,
  { file, bytes, parsed, words }: ReadTranscript & { file: ReadFile; bytes: Uint8Array },
  turns: readonly NewTurn[],
): void {
  const excerpts = listExcerptUses(write, transcriptId);
  const plan = planVersion(getTranscriptText(write, transcriptId), parsed.text, excerpts);
  keepVersion(write, transcriptId);
  for (const { id } of plan.lost) deleteExcerpt(write, id);
  replaceTranscriptText(
    write,
    transcriptId,
    {
      fileName: file.name,
      mediaType: parsed.mediaType,
      charset: parsed.charset,
      sha256: file.sha256,
      words,
      text: parsed.text,
    },
    bytes,
  );
  moveExcerpts(write, transcriptId, [...plan.kept, ...plan.changed.map(({ move }) => move)]);
  deleteTurns(write, transcriptId);
  insertTurns(write, transcriptId, turns);
}
