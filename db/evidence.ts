import type { ClaimCoding } from './analysis/triangulation.ts';
import type { EvidenceType, Status } from './model/coding.ts';
import { integer, nullable, query, type ReadHandle, type SqlValue, text } from './sql.ts';
import { codingColumns, codingSelect } from './tables/codings.ts';
import { listParticipants, type ParticipantRow } from './tables/participants.ts';
import { listSpeakerSpans, type SpeakerSpan } from './tables/turns.ts';

/** Codings with all that a researcher wants to see beside a quote: who said it, where, when, in which company. */

const columns = {
  ...codingColumns,
  transcript: text,
  sessionId: integer,
  companyId: integer,
  company: text,
  technique: text,
  date: nullable(text),
  itemRef: nullable(text),
  code: text,
  coder: text,
};
const select = `SELECT ${codingSelect}, tr.name AS transcript, s.id AS sessionId, c.id AS companyId, c.label AS company,
  te.letter AS technique, s.date, code.item_ref AS itemRef, code.name AS code, coder.name AS coder
  FROM codings k JOIN excerpts e ON e.id = k.excerpt_id JOIN transcripts tr ON tr.id = e.transcript_id
  JOIN sessions s ON s.id = tr.session_id JOIN companies c ON c.id = s.company_id
  JOIN techniques te ON te.id = s.technique_id JOIN codes code ON code.id = k.code_id
  JOIN coders coder ON coder.id = k.coder_id`;
const order = 'ORDER BY c.position, c.label, te.position, s.date, e.transcript_id, e.start_offset, k.id';

const excerptPlaces = query(
  {
    excerptId: integer,
    transcriptId: integer,
    quote: text,
    transcript: text,
    technique: text,
    date: nullable(text),
    start: integer,
    end: integer,
  },
  `SELECT e.id AS excerptId, e.transcript_id AS transcriptId, e.quote, tr.name AS transcript,
     te.letter AS technique, s.date, e.start_offset AS start, e.end_offset AS end
   FROM excerpts e JOIN transcripts tr ON tr.id = e.transcript_id JOIN sessions s ON s.id = tr.session_id
   JOIN techniques te ON te.id = s.technique_id WHERE e.id IN (SELECT value FROM json_each(?))`,
);

export type EvidenceSpeaker = {
  participantId: number;
  participant: string;
  practitionerId: number;
  practitioner: string;
  role: string;
  company: string;
};

export type EvidenceRow = {
  id: number;
  excerptId: number;
  transcriptId: number;
  start: number;
  end: number;
  quote: string;
  codeId: number;
  coderId: number;
  status: Status;
  evidence: EvidenceType;
  comment: string;
  createdAt: string;
  transcript: string;
  sessionId: number;
  companyId: number;
  company: string;
  technique: string;
  date: string | null;
  itemRef: string | null;
  code: string;
  coder: string;
  speakers: EvidenceSpeaker[];
  turnIndex: number;
  time: string | null;
};

export type EvidenceFilter = {
  companyId?: number | undefined;
  techniques?: readonly string[] | undefined;
  codeIds?: readonly number[] | undefined;
  itemRefs?: readonly string[] | undefined;
  practitionerId?: number | undefined;
  coderId?: number | undefined;
  coderIds?: readonly number[] | undefined;
  statuses?: readonly Status[] | undefined;
  excerptIds?: readonly number[] | undefined;
  codingIds?: readonly number[] | undefined;
  transcriptId?: number | undefined;
  companyIds?: readonly number[] | undefined;
  /** Codings whose words are of a practitioner with one of these roles, upper and lower case alike. */
  roles?: readonly string[] | undefined;
  /** Leaves out codings in which no practitioner speaks. */
  isSpoken?: boolean | undefined;
};

/** Returns the codings that fit the filter, by company, technique, date and place in the text. */
export function listEvidence(read: ReadHandle, filter: EvidenceFilter = {}): EvidenceRow[] {
  const { where, values } = writeConditions(filter);
  const rows = read.all(query(columns, `${select} ${where} ${order}`), ...values);
  const index = new SpeakerIndex(read);
  const evidence = rows.map((row) => ({ ...row, ...index.find(row.transcriptId, row) }));
  const fits = toSpeakerTest(filter);
  return fits ? evidence.filter(({ speakers }) => speakers.some(fits)) : evidence;
}

/** What one of the speakers of a coding must fit; undefined when nothing is asked of them. */
function toSpeakerTest({
  practitionerId,
  roles,
  isSpoken,
}: EvidenceFilter): ((speaker: EvidenceSpeaker) => boolean) | undefined {
  if (practitionerId === undefined && roles === undefined) return isSpoken ? () => true : undefined;
  const wanted = roles && new Set(roles.map((role) => role.toLowerCase()));
  return (speaker) =>
    (practitionerId === undefined || speaker.practitionerId === practitionerId) &&
    (wanted?.has(speaker.role.toLowerCase()) ?? true);
}

export type ExcerptPlace = {
  excerptId: number;
  quote: string;
  transcript: string;
  technique: string;
  date: string | null;
  start: number;
  end: number;
  speakers: EvidenceSpeaker[];
  turnIndex: number;
  time: string | null;
};

/** Returns passages with their places, each once, also those that a rating rests on and nobody codes any more. */
export function listExcerptPlaces(read: ReadHandle, excerptIds: readonly number[]): ExcerptPlace[] {
  const speakers = new SpeakerIndex(read);
  return read
    .all(excerptPlaces, JSON.stringify(excerptIds))
    .map(({ transcriptId, ...place }) => ({ ...place, ...speakers.find(transcriptId, place) }));
}

/** Returns the codings as triangulation needs them, for one company or for all. */
export function listClaimCodings(read: ReadHandle, filter: EvidenceFilter = {}): ClaimCoding[] {
  return listEvidence(read, filter).map((row) => ({ ...row, codingId: row.id }));
}

/** Lists are handed over as JSON, so that one prepared statement serves lists of every length. */
function writeConditions(filter: EvidenceFilter): { where: string; values: SqlValue[] } {
  const conditions: [string, SqlValue][] = [];
  const one = (column: string, value: number | undefined) => {
    if (value !== undefined) conditions.push([`${column} = ?`, value]);
  };
  const among = (column: string, list: readonly (string | number)[] | undefined) => {
    if (list !== undefined)
      conditions.push([`${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(list)]);
  };
  one('s.company_id', filter.companyId);
  one('k.coder_id', filter.coderId);
  one('e.transcript_id', filter.transcriptId);
  among('s.company_id', filter.companyIds);
  among('te.letter', filter.techniques);
  among('k.code_id', filter.codeIds);
  among('code.item_ref', filter.itemRefs);
  among('k.coder_id', filter.coderIds);
  among('k.status', filter.statuses);
  among('k.excerpt_id', filter.excerptIds);
  among('k.id', filter.codingIds);
  if (conditions.length === 0) return { where: '', values: [] };
  return {
    where: `WHERE ${conditions.map(([sql]) => sql).join(' AND ')}`,
    values: conditions.map(([, value]) => value),
  };
}

/** Finds whose words a passage covers. The turns of a transcript are read once and searched by halving. */
class SpeakerIndex {
  private readonly read: ReadHandle;
  private readonly participants: Map<number, ParticipantRow>;
  private readonly spans = new Map<number, SpeakerSpan[]>();

  constructor(read: ReadHandle) {
    this.read = read;
    this.participants = new Map(listParticipants(read).map((participant) => [participant.id, participant]));
  }

  find(transcriptId: number, passage: { start: number; end: number }) {
    const spans = this.spansOf(transcriptId);
    const first = findFirstEndingAfter(spans, passage.start);
    const speakers = new Map<number, EvidenceSpeaker>();
    for (let index = first; index < spans.length; index++) {
      const span = spans[index];
      if (!span || span.start >= passage.end) break;
      const participant = span.participantId === null ? undefined : this.participants.get(span.participantId);
      if (participant) speakers.set(participant.id, toSpeaker(participant));
    }
    const turn = spans[first];
    return { speakers: [...speakers.values()], turnIndex: turn?.position ?? 0, time: turn?.time ?? null };
  }

  private spansOf(transcriptId: number): SpeakerSpan[] {
    const spans = this.spans.get(transcriptId) ?? listSpeakerSpans(this.read, transcriptId);
    this.spans.set(transcriptId, spans);
    return spans;
  }
}

function findFirstEndingAfter(spans: readonly SpeakerSpan[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function toSpeaker(participant: ParticipantRow): EvidenceSpeaker {
  return {
    participantId: participant.id,
    participant: participant.label,
    practitionerId: participant.practitionerId,
    practitioner: participant.practitioner,
    role: participant.role,
    company: participant.company,
  };
}
