import { type MemoTarget, memoSubjects } from './model/memo.ts';
import { integer, nullable, oneOf, query, type ReadHandle, text } from './sql.ts';

/** What a search for words reads: where it looks, what the index knows, the texts themselves. */

/** A text that is searched, and where it belongs. What does not apply is null; `field` says which text of its row it is. */
export type SearchedText = {
  kind: 'transcript' | 'memo' | 'code' | 'comment';
  id: number;
  field: string;
  title: string;
  companyId: number | null;
  company: string | null;
  technique: string | null;
  /** Of a memo or comment on a passage: where that is, in UTF-16 units of its transcript, end exclusive. */
  transcriptId: number | null;
  start: number | null;
  end: number | null;
  /** What a memo is on; null for all else. */
  about: MemoTarget | null;
  /** The text; null for a transcript, whose text is read when its turn comes. */
  text: string | null;
};

export type SearchLimits = { companyIds: readonly number[]; techniques: readonly string[] };

const transcripts = query(
  { id: integer, title: text, companyId: integer, company: text, technique: text },
  `SELECT tr.id, tr.name AS title, c.id AS companyId, c.label AS company, te.letter AS technique
   FROM transcripts tr JOIN sessions s ON s.id = tr.session_id JOIN companies c ON c.id = s.company_id
   JOIN techniques te ON te.id = s.technique_id ORDER BY c.position, c.label, te.position, s.date, tr.name`,
);
const withWords = query(
  { id: integer },
  'SELECT rowid AS id FROM transcript_words WHERE transcript_words MATCH ?',
);
const textAndTurns = query(
  { text, turns: nullable(text) },
  `SELECT text, (SELECT group_concat(text_offset || ' ' || end_offset, ' ') FROM turns
     WHERE transcript_id = transcripts.id) AS turns
   FROM transcripts WHERE id = ?`,
);
const turnSpeakers = query(
  { participantId: nullable(integer), isInterviewer: integer },
  `SELECT participant_id AS participantId, is_interviewer AS isInterviewer FROM turns WHERE transcript_id = ?
   ORDER BY position`,
);
const placedColumns = {
  id: integer,
  companyId: nullable(integer),
  company: nullable(text),
  technique: nullable(text),
  transcriptId: nullable(integer),
  start: nullable(integer),
  end: nullable(integer),
};
const memoRows = query(
  {
    ...placedColumns,
    title: text,
    text,
    memoTitle: text,
    coderId: nullable(integer),
    subject: nullable(oneOf(memoSubjects)),
    subjectId: nullable(integer),
  },
  `SELECT m.id, c.id AS companyId, c.label AS company, te.letter AS technique, tr.id AS transcriptId,
     e.start_offset AS start, e.end_offset AS end, m.text, m.title AS memoTitle,
     coalesce(k.coder_id, m.coder_id) AS coderId,
     CASE WHEN m.transcript_id IS NOT NULL THEN 'transcript' WHEN m.excerpt_id IS NOT NULL THEN 'excerpt'
       WHEN m.coding_id IS NOT NULL THEN 'coding' WHEN m.code_id IS NOT NULL THEN 'code'
       WHEN m.company_id IS NOT NULL THEN 'company' WHEN m.practitioner_id IS NOT NULL THEN 'practitioner'
       WHEN m.rating_id IS NOT NULL THEN 'rating' END AS subject,
     coalesce(m.transcript_id, m.excerpt_id, m.coding_id, m.code_id, m.company_id, m.practitioner_id, m.rating_id)
       AS subjectId,
     coalesce(nullif(m.title, ''), tr.name, code.name, p.name, c.label, 'Study') AS title
   FROM memos m LEFT JOIN codings k ON k.id = m.coding_id
   LEFT JOIN excerpts e ON e.id = coalesce(m.excerpt_id, k.excerpt_id)
   LEFT JOIN transcripts tr ON tr.id = coalesce(m.transcript_id, e.transcript_id)
   LEFT JOIN sessions s ON s.id = tr.session_id LEFT JOIN techniques te ON te.id = s.technique_id
   LEFT JOIN practitioners p ON p.id = m.practitioner_id LEFT JOIN ratings r ON r.id = m.rating_id
   LEFT JOIN companies c ON c.id = coalesce(m.company_id, s.company_id, p.company_id, r.company_id)
   LEFT JOIN codes code ON code.id = m.code_id ORDER BY m.id`,
);
const codeRows = query(
  {
    id: integer,
    itemRef: nullable(text),
    name: text,
    definition: text,
    whenToUse: text,
    whenNotToUse: text,
    anchorExample: text,
  },
  `SELECT id, item_ref AS itemRef, name, definition, when_to_use AS whenToUse, when_not_to_use AS whenNotToUse,
     anchor_example AS anchorExample FROM codes ORDER BY kind = 'open', position, name`,
);
const commentRows = query(
  { ...placedColumns, title: text, text, coderId: integer },
  `SELECT k.id, c.id AS companyId, c.label AS company, te.letter AS technique, tr.id AS transcriptId,
     e.start_offset AS start, e.end_offset AS end, k.comment AS text, k.coder_id AS coderId,
     coalesce(code.item_ref || ' ', '') || code.name || ' · ' || tr.name AS title
   FROM codings k JOIN excerpts e ON e.id = k.excerpt_id JOIN transcripts tr ON tr.id = e.transcript_id
   JOIN sessions s ON s.id = tr.session_id JOIN companies c ON c.id = s.company_id
   JOIN techniques te ON te.id = s.technique_id JOIN codes code ON code.id = k.code_id
   WHERE k.comment <> '' ORDER BY c.position, c.label, te.position, s.date, tr.name, e.start_offset, k.id`,
);
const roleMembers = query(
  { id: integer },
  'SELECT p.id FROM participants p JOIN practitioners pr ON pr.id = p.practitioner_id WHERE pr.role = ?',
);

/** Returns the transcripts within the limits by company, technique and date; an empty limit is none. */
export function listSearchedTranscripts(read: ReadHandle, limits: SearchLimits): SearchedText[] {
  const isWithin = toLimit(limits);
  const rest = {
    kind: 'transcript',
    field: 'text',
    start: null,
    end: null,
    about: null,
    text: null,
  } as const;
  return read
    .all(transcripts)
    .filter(isWithin)
    .map((row) => ({ ...row, ...rest, transcriptId: row.id }));
}

function toLimit({ companyIds, techniques }: SearchLimits) {
  return (row: { companyId: number | null; technique: string | null }) =>
    (companyIds.length === 0 || (row.companyId !== null && companyIds.includes(row.companyId))) &&
    (techniques.length === 0 || (row.technique !== null && techniques.includes(row.technique)));
}

/** Returns the ids of the transcripts that the index finds for an expression made by `toIndexExpression`. */
export function listIndexedTranscripts(read: ReadHandle, expression: string): Set<number> {
  return new Set(read.all(withWords, expression).map(({ id }) => id));
}

/** The turns of a transcript in the order of the text, two numbers each: where its words begin and end, in UTF-16 units. */
export type PackedTurns = Int32Array;

/** Returns the text and turns of a transcript in one question, or undefined when it is not in the study any more. */
export function findSearchedText(
  read: ReadHandle,
  transcriptId: number,
): { text: string; turns: PackedTurns } | undefined {
  const row = read.find(textAndTurns, transcriptId);
  return row && { text: row.text, turns: inOrder(unpack(row.turns ?? '')) };
}

/** Returns the speakers of the turns of a transcript, in the order of the text. */
export function listTurnSpeakers(read: ReadHandle, transcriptId: number): TurnSpeaker[] {
  return read
    .all(turnSpeakers, transcriptId)
    .map(({ participantId, isInterviewer }) => ({ participantId, isInterviewer: isInterviewer === 1 }));
}

export type TurnSpeaker = { participantId: number | null; isInterviewer: boolean };

/** They come in order by their index; asking SQLite for the order would make it sort them once more. */
function inOrder(turns: PackedTurns): PackedTurns {
  const isSorted = turns.every((end, at) => at < 2 || at % 2 === 0 || end >= (turns[at - 2] ?? 0));
  if (isSorted) return turns;
  const pairs = Array.from({ length: turns.length / 2 }, (_, turn) => [
    ...turns.subarray(turn * 2, turn * 2 + 2),
  ]);
  return Int32Array.from(pairs.sort((left, right) => (left[1] ?? 0) - (right[1] ?? 0)).flat());
}

/** Read digit by digit: dividing the text into numbers first would take longer than the search itself. */
function unpack(packed: string): PackedTurns {
  const numbers: number[] = [];
  let number = 0;
  for (let at = 0; at < packed.length; at++) {
    const unit = packed.charCodeAt(at);
    if (unit !== 0x20) number = number * 10 + unit - 0x30;
    else {
      numbers.push(number);
      number = 0;
    }
  }
  if (packed !== '') numbers.push(number);
  return Int32Array.from(numbers);
}

/** Returns the titles and texts of the memos within the limits, without those of hidden coders. */
export function listSearchedMemos(
  read: ReadHandle,
  limits: SearchLimits,
  shownCoderIds: readonly number[] | undefined,
): SearchedText[] {
  return read
    .all(memoRows)
    .filter(toLimit(limits))
    .filter(({ coderId }) => coderId === null || (shownCoderIds?.includes(coderId) ?? true))
    .flatMap(({ memoTitle, text: body, coderId: _, subject, subjectId, ...row }) => {
      const about: MemoTarget =
        subject === null || subjectId === null ? { on: 'study' } : { on: subject, id: subjectId };
      const memo = { ...row, kind: 'memo' as const, about };
      return [
        ...(memoTitle === '' ? [] : [{ ...memo, field: 'title', text: memoTitle }]),
        { ...memo, field: 'text', text: body },
      ];
    });
}

/** Returns names and rules of all codes: they belong to no company. */
export function listSearchedCodes(read: ReadHandle): SearchedText[] {
  const nowhere = {
    companyId: null,
    company: null,
    technique: null,
    transcriptId: null,
    start: null,
    end: null,
    about: null,
  };
  return read.all(codeRows).flatMap(({ id, itemRef, name, ...fields }) => {
    const title = itemRef === null ? name : `${itemRef} ${name}`;
    const texts: [field: string, words: string][] = [
      ['name', title],
      ['definition', fields.definition],
      ['when to use', fields.whenToUse],
      ['when not to use', fields.whenNotToUse],
      ['anchor example', fields.anchorExample],
    ];
    return texts
      .filter(([, words]) => words !== '')
      .map(([field, words]) => ({ kind: 'code' as const, id, field, title, ...nowhere, text: words }));
  });
}

/** Returns the comments of codings within the limits, without those of hidden coders. */
export function listSearchedComments(
  read: ReadHandle,
  limits: SearchLimits,
  shownCoderIds: readonly number[] | undefined,
): SearchedText[] {
  return read
    .all(commentRows)
    .filter(toLimit(limits))
    .filter(({ coderId }) => shownCoderIds?.includes(coderId) ?? true)
    .map(({ coderId: _, ...row }) => ({ ...row, kind: 'comment' as const, field: 'comment', about: null }));
}

/** Returns the ids of the participants whose practitioner has this role. */
export function listParticipantsInRole(read: ReadHandle, role: string): Set<number> {
  return new Set(read.all(roleMembers, role).map(({ id }) => id));
}
