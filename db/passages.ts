import type { Span } from './model/span.ts';
import { integer, query, type ReadHandle } from './sql.ts';

/** Passages for coding many at once: turns of a speaker, and what a coder has coded already. */

/** Whose turns, and in which transcripts; in all when none is named. */
export type TurnsWish = {
  whose:
    | { kind: 'participant'; participantId: number }
    | { kind: 'practitioner'; practitionerId: number }
    | { kind: 'role'; role: string };
  transcriptIds: readonly number[];
};

const spanColumns = { transcriptId: integer, start: integer, end: integer };
const turnsWhere = (condition: string) =>
  query(
    spanColumns,
    `SELECT t.transcript_id AS transcriptId, t.text_offset AS start, t.end_offset AS end
     FROM turns t JOIN participants p ON p.id = t.participant_id
     JOIN practitioners pr ON pr.id = p.practitioner_id JOIN transcripts tr ON tr.id = t.transcript_id
     JOIN sessions s ON s.id = tr.session_id JOIN companies c ON c.id = s.company_id
     JOIN techniques te ON te.id = s.technique_id
     WHERE t.is_interviewer = 0 AND ${condition}
     ORDER BY c.position, c.label, te.position, s.date, tr.name, t.position`,
  );
const turnsOfParticipant = turnsWhere('t.participant_id = ?');
const turnsOfPractitioner = turnsWhere('pr.id = ?');
const turnsOfRole = turnsWhere('pr.role = ?');
const codedSpans = query(
  spanColumns,
  `SELECT e.transcript_id AS transcriptId, e.start_offset AS start, e.end_offset AS end
   FROM codings k JOIN excerpts e ON e.id = k.excerpt_id WHERE k.code_id = ? AND k.coder_id = ?`,
);

/** Returns the words of the turns of a speaker by company, technique and date: UTF-16 units, end exclusive. */
export function listTurnsOf(
  read: ReadHandle,
  { whose, transcriptIds }: TurnsWish,
): (Span & { transcriptId: number })[] {
  const wanted = new Set(transcriptIds);
  const turns =
    whose.kind === 'participant'
      ? read.all(turnsOfParticipant, whose.participantId)
      : whose.kind === 'practitioner'
        ? read.all(turnsOfPractitioner, whose.practitionerId)
        : read.all(turnsOfRole, whose.role);
  return turns.filter(({ transcriptId }) => wanted.size === 0 || wanted.has(transcriptId));
}

/** Returns the places on which a coder has put a code, by transcript. */
export function listCodedSpans(read: ReadHandle, codeId: number, coderId: number): Map<number, Span[]> {
  return Map.groupBy(read.all(codedSpans, codeId, coderId), ({ transcriptId }) => transcriptId);
}
