import type { EditedTurn, StoredTurn } from '../model/draft-turn.ts';
import { integer, nullable, query, type ReadHandle, type SqlValue, text, type WriteHandle } from '../sql.ts';

const ofTranscript = query(
  {
    id: integer,
    position: integer,
    start: integer,
    textStart: integer,
    end: integer,
    label: nullable(text),
    time: nullable(text),
    endTime: nullable(text),
    participantId: nullable(integer),
    isInterviewer: integer,
  },
  `SELECT id, position, start_offset AS start, text_offset AS textStart, end_offset AS end, label, time,
     end_time AS endTime, participant_id AS participantId, is_interviewer AS isInterviewer
   FROM turns WHERE transcript_id = ? ORDER BY position`,
);

/** A turn as it is stored, with its number in the transcript. */
export type PlacedTurn = StoredTurn & { position: number };

/** Returns the turns of a transcript as they are stored, in the order of the text. */
export function listStoredTurns(read: ReadHandle, transcriptId: number): PlacedTurn[] {
  return read
    .all(ofTranscript, transcriptId)
    .map(({ isInterviewer, ...turn }) => ({ ...turn, isInterviewer: isInterviewer === 1 }));
}

/**
 * Makes the turns of a transcript these. Rows of turns that stay are changed only where they differ, so that the history
 * holds no more than what was done; those not named go. The ids of turns that stay must be in their former order.
 */
export function updateTurns(write: WriteHandle, transcriptId: number, turns: readonly EditedTurn[]): void {
  const stored = new Map(listStoredTurns(write, transcriptId).map((turn) => [turn.id, turn]));
  const wanted = turns.map((turn, position) => ({ ...turn, position }));
  const staying = new Set(turns.map(({ id }) => id));
  for (const id of stored.keys()) if (!staying.has(id)) write.run('DELETE FROM turns WHERE id = ?', id);
  const moved = wanted.flatMap((turn) => {
    const former = turn.id === null ? undefined : stored.get(turn.id);
    return former ? [{ turn, former }] : [];
  });
  // No two turns may have one position, not even in between: those that go down go first, from the top, and the others
  // from the bottom.
  const isUp = ({ turn, former }: (typeof moved)[number]) => turn.position > former.position;
  const inOrder = [...moved.filter((one) => !isUp(one)), ...moved.filter(isUp).toReversed()];
  for (const { turn, former } of inOrder) {
    if (!isSame(turn, former)) write.run(update, ...valuesOf(turn), former.id);
  }
  for (const turn of wanted) if (turn.id === null) write.run(insert, ...valuesOf(turn), transcriptId);
}

const update = `UPDATE turns SET position = ?, start_offset = ?, text_offset = ?, end_offset = ?, label = ?, time = ?,
  end_time = ?, participant_id = ?, is_interviewer = ? WHERE id = ?`;
const insert = `INSERT INTO turns (position, start_offset, text_offset, end_offset, label, time, end_time,
  participant_id, is_interviewer, transcript_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

type Wanted = EditedTurn & { position: number };

function valuesOf(turn: Wanted): SqlValue[] {
  const { position, start, textStart, end, label, time, endTime, participantId, isInterviewer } = turn;
  return [position, start, textStart, end, label, time, endTime, participantId, isInterviewer ? 1 : 0];
}

function isSame(turn: Wanted, former: PlacedTurn): boolean {
  const [left, right] = [valuesOf(turn), valuesOf(former)];
  return left.every((value, index) => value === right[index]);
}
