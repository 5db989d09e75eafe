import {
  integer,
  nullable,
  query,
  type ReadHandle,
  type RowOf,
  type SqlValue,
  text,
  type WriteHandle,
} from '../sql.ts';

/** What one speaker says until the next one does. Turns cover a transcript without gap or overlap. */
const columns = {
  id: integer,
  start: integer,
  textOffset: integer,
  end: integer,
  label: nullable(text),
  time: nullable(text),
  endTime: nullable(text),
  isInterviewer: integer,
  participantId: nullable(integer),
  participant: nullable(text),
  technique: nullable(text),
  role: nullable(text),
  practitioner: nullable(text),
  practitionerCompany: nullable(text),
};
export type TurnRow = RowOf<typeof columns>;

const ofTranscript = query(
  columns,
  `SELECT t.id, t.start_offset AS start, t.text_offset AS textOffset, t.end_offset AS end, t.label, t.time,
     t.end_time AS endTime, t.is_interviewer AS isInterviewer, t.participant_id AS participantId, p.label AS participant,
     te.letter AS technique, pr.role, pr.name AS practitioner, c.label AS practitionerCompany
   FROM turns t LEFT JOIN participants p ON p.id = t.participant_id
   LEFT JOIN techniques te ON te.id = p.technique_id
   LEFT JOIN practitioners pr ON pr.id = p.practitioner_id
   LEFT JOIN companies c ON c.id = pr.company_id
   WHERE t.transcript_id = ? ORDER BY t.position`,
);

export type SpeakerSpan = {
  start: number;
  end: number;
  participantId: number | null;
  position: number;
  time: string | null;
};
const spanColumns = {
  transcriptId: integer,
  position: integer,
  start: integer,
  end: integer,
  participantId: nullable(integer),
  time: nullable(text),
};
const spanSelect = `SELECT transcript_id AS transcriptId, position, start_offset AS start, end_offset AS end,
  participant_id AS participantId, time FROM turns`;
const spansOfTranscript = query(spanColumns, `${spanSelect} WHERE transcript_id = ? ORDER BY position`);
const speakerCounts = query(
  { transcriptId: integer, speaker: text, turns: integer },
  `SELECT t.transcript_id AS transcriptId, coalesce(p.label, t.label) AS speaker, count(*) AS turns
   FROM turns t LEFT JOIN participants p ON p.id = t.participant_id
   WHERE coalesce(p.label, t.label) IS NOT NULL GROUP BY 1, 2 ORDER BY 1, min(t.position)`,
);

/** Returns the turns of a transcript with their speakers, in the order of the text. */
export function listTurns(read: ReadHandle, transcriptId: number): TurnRow[] {
  return read.all(ofTranscript, transcriptId);
}

/** Returns the places of the turns of a transcript, in the order of the text. */
export function listSpeakerSpans(read: ReadHandle, transcriptId: number): SpeakerSpan[] {
  return read.all(spansOfTranscript, transcriptId);
}

const unassigned = query(
  { id: integer, label: text },
  'SELECT id, label FROM turns WHERE label IS NOT NULL AND participant_id IS NULL AND is_interviewer = 0',
);
const labelSpeakers = query(
  { label: text, participantId: nullable(integer), isInterviewer: integer },
  `SELECT label, participant_id AS participantId, is_interviewer AS isInterviewer FROM turns
   WHERE transcript_id = ? AND label IS NOT NULL GROUP BY 1, 2, 3 ORDER BY count(*), min(position) DESC`,
);

/** Returns who the labels of a transcript stand for now; of several speakers of one label the one of most turns last. */
export function listLabelSpeakers(
  read: ReadHandle,
  transcriptId: number,
): { label: string; participantId: number | null; isInterviewer: boolean }[] {
  return read
    .all(labelSpeakers, transcriptId)
    .map((row) => ({ ...row, isInterviewer: row.isInterviewer === 1 }));
}

/** Returns for each transcript how many turns each speaker has; an unassigned speaker goes by the label. */
export function listSpeakerCounts(
  read: ReadHandle,
): { transcriptId: number; speaker: string; turns: number }[] {
  return read.all(speakerCounts);
}

export type NewTurn = {
  start: number;
  textStart: number;
  end: number;
  label: string | null;
  time: string | null;
  endTime: string | null;
  participantId: number | null;
  isInterviewer: boolean;
};

const insertInto = `INSERT INTO turns (transcript_id, position, start_offset, text_offset, end_offset, label, time,
  end_time, participant_id, is_interviewer) VALUES `;
const places = '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';

/** Rows for each statement. One row at a time would copy the pages it touches, triggers and all, with each of them. */
const batches = [64, 8, 1].map((rows) => ({ rows, sql: insertInto + Array(rows).fill(places).join(', ') }));

/** Adds the turns of a transcript, in order. */
export function insertTurns(write: WriteHandle, transcriptId: number, turns: readonly NewTurn[]): void {
  let position = 0;
  for (const { rows, sql } of batches) {
    for (; position + rows <= turns.length; position += rows) {
      const values: SqlValue[] = [];
      for (let index = position; index < position + rows; index += 1) {
        const turn = turns[index];
        if (turn) pushValues(values, transcriptId, index, turn);
      }
      write.run(sql, ...values);
    }
  }
}

function pushValues(values: SqlValue[], transcriptId: number, position: number, turn: NewTurn): void {
  const { start, textStart, end, label, time, endTime, participantId, isInterviewer } = turn;
  values.push(transcriptId, position, start, textStart, end);
  values.push(label, time, endTime, participantId, isInterviewer ? 1 : 0);
}

/** Deletes the turns of a transcript, before others take their place. */
export function deleteTurns(write: WriteHandle, transcriptId: number): void {
  write.run('DELETE FROM turns WHERE transcript_id = ?', transcriptId);
}

/**
 * Returns the ids of turns that nobody is known to speak, by their labels in small letters. Read once for a table of
 * people: no index leads from a label to its turns.
 */
export function listUnassignedTurns(read: ReadHandle): Map<string, number[]> {
  const turns = Map.groupBy(read.all(unassigned), ({ label }) => label.toLowerCase());
  return new Map([...turns].map(([label, rows]) => [label, rows.map(({ id }) => id)]));
}

/** Gives turns without a speaker this one, who was then present in their sessions. */
export function linkTurns(write: WriteHandle, participantId: number, turnIds: readonly number[]): void {
  for (const id of turnIds) {
    const { changes } = write.run(
      'UPDATE turns SET participant_id = ? WHERE id = ? AND participant_id IS NULL',
      participantId,
      id,
    );
    if (changes === 0) continue;
    write.run(
      `INSERT OR IGNORE INTO session_participants (session_id, participant_id)
       SELECT tr.session_id, ? FROM turns t JOIN transcripts tr ON tr.id = t.transcript_id WHERE t.id = ?`,
      participantId,
      id,
    );
  }
}

/** Assigns all turns of one label in a transcript. */
export function setSpeaker(
  write: WriteHandle,
  transcriptId: number,
  label: string,
  speaker: { participantId: number | null; isInterviewer: boolean },
): void {
  write.run(
    'UPDATE turns SET participant_id = ?, is_interviewer = ? WHERE transcript_id = ? AND label = ?',
    speaker.participantId,
    speaker.isInterviewer ? 1 : 0,
    transcriptId,
    label,
  );
}
