import { type ExcerptMoves, planMoves } from './analysis/excerpt-moves.ts';
import type { EditedTranscript, EditedTurn, StoredTurn } from './model/draft-turn.ts';
import {
  applyReplacements,
  followSpan,
  toTextEdits,
  toWholeReplacements,
  withoutBlankEnds,
} from './model/replacement.ts';
import type { Span } from './model/span.ts';
import type { TextEdit } from './model/text-edit.ts';
import { markOf } from './model/text-mark.ts';
import { integer, query, type ReadHandle, text, type WriteHandle } from './sql.ts';
import { deleteExcerpt, type ExcerptUse, listExcerptUses, moveExcerpts } from './tables/excerpts.ts';
import { addPresence } from './tables/sessions.ts';
import { keepVersion } from './tables/transcript-versions.ts';
import { getTranscript, getTranscriptText, setTranscriptText } from './tables/transcripts.ts';
import { listStoredTurns, updateTurns } from './tables/turn-edits.ts';

/** Thrown when an edit cannot be carried out, with a sentence for people. */
export class TranscriptEditError extends Error {}

/** A corrected transcript; `base` is the mark of the text and turns that it was made from (`markOf`). */
export type TranscriptEdit = EditedTranscript & { base: string };

/** What an edit makes of a transcript: its text, its turns, and where its excerpts go. */
export type EditPlan = ExcerptMoves<ExcerptUse> & {
  before: string;
  after: string;
  stored: StoredTurn[];
  /** Where each excerpt begins before the edit. */
  places: ReadonlyMap<number, number>;
};

/**
 * Plans an edit; nothing is written. Excerpts that the edit does not touch keep their quotes; one in which something was
 * written or taken out has changed; one of which nothing is left is lost, and so is one that would become one with
 * another that says the contrary. Throws a TranscriptEditError when the transcript is not that of `base` any more, or
 * when nothing would be left of it.
 */
export function planEdit(read: ReadHandle, transcriptId: number, edit: TranscriptEdit): EditPlan {
  const { name } = getTranscript(read, transcriptId);
  const before = getTranscriptText(read, transcriptId);
  const stored = listStoredTurns(read, transcriptId);
  if (markOf(before, stored) !== edit.base) {
    throw new TranscriptEditError(
      `“${name}” was changed since you began to edit its text, so your changes do not fit it any more. Copy what you wrote, close the editor, and make the changes again.`,
    );
  }
  const replacements = toWholeReplacements(before, edit.replacements);
  const after = applyReplacements(before, replacements);
  if (after.trim() === '') {
    throw new TranscriptEditError(
      `Nothing would be left of “${name}”. To take it out of the study, delete the transcript.`,
    );
  }
  assertTurns(after, edit.turns, stored);
  const edits = toTextEdits(replacements);
  const excerpts = listExcerptUses(read, transcriptId);
  return {
    ...planMoves({ before, after }, excerpts, (excerpt) => findPlace(excerpt, edits, { before, after })),
    before,
    after,
    stored,
    places: new Map(excerpts.map(({ id, start }) => [id, start])),
  };
}

/** An excerpt that is touched does not keep the blanks around words that went; untouched it is what somebody selected. */
function findPlace(
  { start, end }: Span,
  edits: readonly TextEdit[],
  { before, after }: { before: string; after: string },
): Span | undefined {
  const span = followSpan({ start, end }, edits);
  if (!span || after.slice(span.start, span.end) === before.slice(start, end)) return span;
  return withoutBlankEnds(after, span);
}

/**
 * Carries out an edit: keeps the former text as a version, changes text and turns, and moves the excerpts with all that
 * rests on them. `mayLose` are the excerpts that the researcher knows to be lost. Throws a TranscriptEditError when
 * another one would be, and in the cases of `planEdit`.
 */
export function editTranscript(
  write: WriteHandle,
  transcriptId: number,
  { mayLose, ...edit }: TranscriptEdit & { mayLose: ReadonlySet<number> },
): void {
  const plan = planEdit(write, transcriptId, edit);
  const { before, after, stored, places, lost, kept, changed } = plan;
  assertKnown(plan, mayLose);
  if (before !== after || !isReadingAlike(edit.turns, stored)) keepVersion(write, transcriptId, 'edit');
  for (const { id } of lost) deleteExcerpt(write, id);
  if (before !== after) setTranscriptText(write, transcriptId, after);
  const moved = kept.filter(({ id, start }) => places.get(id) !== start);
  moveExcerpts(write, transcriptId, [...moved, ...changed.map(({ move }) => move)]);
  updateTurns(write, transcriptId, edit.turns);
  notePresence(write, transcriptId, edit.turns, stored);
}

function assertKnown({ lost }: EditPlan, mayLose: ReadonlySet<number>): void {
  const unknown = lost.filter(({ id }) => !mayLose.has(id)).length;
  if (unknown === 0) return;
  const excerpts = unknown === 1 ? 'one coded passage' : `${unknown} coded passages`;
  throw new TranscriptEditError(
    `Your changes leave nothing of ${excerpts}. Look at what would be lost, and decide then.`,
  );
}

/** Turns that come from the editor fit; what does not fit would leave a transcript that no screen can show. */
function assertTurns(after: string, turns: readonly EditedTurn[], stored: readonly StoredTurn[]): void {
  let reached = 0;
  for (const { start, textStart, end } of turns) {
    const isInOrder = reached <= start && start <= textStart && textStart <= end && end <= after.length;
    if (!isInOrder) throw new RangeError(`The turn ${start}–${end} does not follow the one before.`);
    reached = end;
  }
  const ids = new Set(turns.flatMap(({ id }) => (id === null ? [] : [id])));
  const known = stored.map(({ id }) => id).filter((id) => ids.has(id));
  if ([...ids].join() !== known.join()) throw new RangeError('The turns are not those of the transcript.');
}

/** Whether a reader of the former version would see the same turns under the same names. */
function isReadingAlike(turns: readonly EditedTurn[], stored: readonly StoredTurn[]): boolean {
  const tell = (one: EditedTurn) => [one.start, one.textStart, one.end, one.label, one.time];
  return JSON.stringify(turns.map(tell)) === JSON.stringify(stored.map(tell));
}

/** Who speaks was there. Who does not speak any more may have been there nevertheless. */
function notePresence(
  write: WriteHandle,
  transcriptId: number,
  turns: readonly EditedTurn[],
  stored: readonly StoredTurn[],
): void {
  const { sessionId } = getTranscript(write, transcriptId);
  const former = new Set(stored.map(({ participantId }) => participantId));
  for (const participantId of new Set(turns.map((turn) => turn.participantId))) {
    if (participantId !== null && !former.has(participantId)) addPresence(write, sessionId, participantId);
  }
}

const ratingsOn = query(
  { excerptId: integer, company: text, itemRef: text, value: text },
  `SELECT re.excerpt_id AS excerptId, c.label AS company, r.item_ref AS itemRef, r.value
   FROM rating_excerpts re JOIN ratings r ON r.id = re.rating_id JOIN companies c ON c.id = r.company_id
   WHERE re.excerpt_id IN (SELECT value FROM json_each(?)) ORDER BY c.label, r.item_ref`,
);
const notesOn = query(
  { excerptId: integer, memos: integer, links: integer, examples: integer },
  `SELECT e.id AS excerptId,
     (SELECT count(*) FROM memos WHERE excerpt_id = e.id)
       + (SELECT count(*) FROM codings k JOIN memos m ON m.coding_id = k.id WHERE k.excerpt_id = e.id) AS memos,
     (SELECT count(*) FROM memo_links WHERE excerpt_id = e.id) AS links,
     (SELECT count(*) FROM codes WHERE anchor_excerpt_id = e.id) AS examples
   FROM excerpts e WHERE e.id IN (SELECT value FROM json_each(?))`,
);

/** What rests on an excerpt beside its codings: ratings, memos on it or its codings, links of memos, codes it exemplifies. */
export type RestsOn = {
  ratings: { company: string; itemRef: string; value: string }[];
  memos: number;
  links: number;
  examples: number;
};

/** Returns what rests on each of these excerpts. */
export function mapRestsOn(read: ReadHandle, excerptIds: readonly number[]): Map<number, RestsOn> {
  const ids = JSON.stringify(excerptIds);
  const ratings = Map.groupBy(read.all(ratingsOn, ids), ({ excerptId }) => excerptId);
  return new Map(
    read.all(notesOn, ids).map(({ excerptId, ...notes }) => [
      excerptId,
      {
        ...notes,
        ratings: (ratings.get(excerptId) ?? []).map(({ excerptId: _, ...rating }) => rating),
      },
    ]),
  );
}
