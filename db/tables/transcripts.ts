import { newGuid } from '../guid.ts';
import { countWords } from '../model/words.ts';
import {
  blob,
  integer,
  nullable,
  query,
  type ReadHandle,
  type RowOf,
  text,
  type WriteHandle,
} from '../sql.ts';

/** The texts of the sessions. Lists never read the text itself. */
const columns = {
  id: integer,
  name: text,
  fileName: text,
  sessionId: integer,
  companyId: integer,
  company: text,
  techniqueId: integer,
  technique: text,
  date: nullable(text),
  words: integer,
  turns: integer,
  codings: integer,
};
export type TranscriptRow = RowOf<typeof columns>;
export type TranscriptName = { id: number; name: string; fileName: string; sessionId: number };

const selectWith = (codingCondition: string) => `SELECT tr.id, tr.name, tr.file_name AS fileName,
  tr.session_id AS sessionId, c.id AS companyId, c.label AS company, te.id AS techniqueId, te.letter AS technique,
  s.date, tr.words, (SELECT count(*) FROM turns t WHERE t.transcript_id = tr.id) AS turns,
  (SELECT count(*) FROM excerpts e JOIN codings k ON k.excerpt_id = e.id
    WHERE e.transcript_id = tr.id ${codingCondition}) AS codings
  FROM transcripts tr JOIN sessions s ON s.id = tr.session_id JOIN companies c ON c.id = s.company_id
  JOIN techniques te ON te.id = s.technique_id`;
const select = selectWith('');
const order = 'ORDER BY c.position, c.label, te.position, s.date, tr.name';
const allTranscripts = query(columns, `${select} ${order}`);
const allCountedByCoders = query(
  columns,
  `${selectWith('AND k.coder_id IN (SELECT value FROM json_each(?))')} ${order}`,
);
const byId = query(columns, `${select} WHERE tr.id = ?`);
const places = query(
  {
    id: integer,
    name: text,
    companyId: integer,
    company: text,
    technique: text,
    techniqueName: text,
    techniquePosition: integer,
  },
  `SELECT tr.id, tr.name, c.id AS companyId, c.label AS company, te.letter AS technique, te.name AS techniqueName,
     te.position AS techniquePosition
   FROM transcripts tr JOIN sessions s ON s.id = tr.session_id JOIN companies c ON c.id = s.company_id
   JOIN techniques te ON te.id = s.technique_id WHERE tr.id IN (SELECT value FROM json_each(?))
   ORDER BY c.position, c.label, te.position, s.date, tr.id`,
);
export type TranscriptPlace = Omit<RowOf<(typeof places)['columns']>, 'id'>;
const textById = query({ text }, 'SELECT text FROM transcripts WHERE id = ?');
const names = query(
  { id: integer, name: text, fileName: text, sessionId: integer },
  'SELECT id, name, file_name AS fileName, session_id AS sessionId FROM transcripts ORDER BY id',
);
const namesInSession = query({ name: text }, 'SELECT name FROM transcripts WHERE session_id = ? ORDER BY id');
const byHash = query({ name: text }, 'SELECT name FROM transcripts WHERE sha256 = ?');
const originalById = query(
  { fileName: text, bytes: blob },
  `SELECT tr.file_name AS fileName, o.bytes FROM transcripts tr JOIN originals o ON o.transcript_id = tr.id
   WHERE tr.id = ?`,
);
const sameName = query(
  { id: integer, name: text, fileName: text, company: text, codings: integer },
  `SELECT tr.id, tr.name, tr.file_name AS fileName, c.label AS company,
     (SELECT count(*) FROM excerpts e JOIN codings k ON k.excerpt_id = e.id WHERE e.transcript_id = tr.id) AS codings
   FROM transcripts tr JOIN sessions s ON s.id = tr.session_id JOIN companies c ON c.id = s.company_id
   WHERE tr.id IN (SELECT id FROM transcripts WHERE name = ? UNION
     SELECT id FROM transcripts WHERE file_name = ? COLLATE NOCASE) ORDER BY tr.id`,
);
const byName = query({ id: integer }, 'SELECT id FROM transcripts WHERE name = ?');

/**
 * Returns every transcript by company, technique and date, without its text. With coders, only their codings are
 * counted.
 */
export function listTranscripts(read: ReadHandle, coderIds?: readonly number[]): TranscriptRow[] {
  return coderIds ? read.all(allCountedByCoders, JSON.stringify(coderIds)) : read.all(allTranscripts);
}

/** Returns where transcripts belong, by company, technique and date: the order in which evidence is listed. */
export function listTranscriptPlaces(read: ReadHandle, ids: readonly number[]): Map<number, TranscriptPlace> {
  return new Map(read.all(places, JSON.stringify(ids)).map(({ id, ...place }) => [id, place]));
}

/** Returns one transcript without its text, or undefined when it is not in the study. */
export function findTranscript(read: ReadHandle, id: number): TranscriptRow | undefined {
  return read.find(byId, id);
}

/** Returns one transcript without its text. Throws when there is none. */
export function getTranscript(read: ReadHandle, id: number): TranscriptRow {
  const row = findTranscript(read, id);
  if (!row) throw new Error('This transcript is not in the study any more.');
  return row;
}

/** Returns the stored text: no byte order mark, LF only. Throws when the transcript does not exist. */
export function getTranscriptText(read: ReadHandle, id: number): string {
  const row = read.find(textById, id);
  if (!row) throw new Error('This transcript is not in the study any more.');
  return row.text;
}

/** Returns names and sessions only, for matching transcripts named in a file. */
export function listTranscriptNames(read: ReadHandle): TranscriptName[] {
  return read.all(names);
}

/** Returns the names of the transcripts of one session. */
export function listTranscriptNamesIn(read: ReadHandle, sessionId: number): string[] {
  return read.all(namesInSession, sessionId).map(({ name }) => name);
}

/** Returns the name of the transcript that was imported from these very bytes. */
export function findTranscriptByHash(read: ReadHandle, sha256: string): string | undefined {
  return read.find(byHash, sha256)?.name;
}

/** A transcript that a file may be a corrected version of. */
export type NamesakeRow = { id: number; name: string; fileName: string; company: string; codings: number };

/** Returns the transcripts that have this name, or came from a file of this name, upper and lower case alike. */
export function listNamesakes(read: ReadHandle, name: string, fileName: string): NamesakeRow[] {
  return read.all(sameName, name, fileName);
}

/** Returns the file a transcript was imported from, byte for byte. Throws when there is none. */
export function getOriginal(read: ReadHandle, id: number): { fileName: string; bytes: Uint8Array } {
  const row = read.find(originalById, id);
  if (!row) throw new Error('This transcript is not in the study any more.');
  return row;
}

/** Returns the wished name, or with a number behind it when another transcript has that name. */
export function toFreeTranscriptName(read: ReadHandle, wished: string): string {
  let name = wished;
  for (let number = 2; read.find(byName, name); number++) name = `${wished} (${number})`;
  return name;
}

export type NewTranscript = {
  sessionId: number;
  name: string;
  fileName: string;
  mediaType: string;
  charset: string | null;
  sha256: string;
  words: number;
  text: string;
};

/** Adds a transcript with its original file, byte for byte; returns its id. */
export function insertTranscript(
  write: WriteHandle,
  transcript: NewTranscript,
  original: Uint8Array,
): number {
  const id = write.insert('transcripts', {
    guid: newGuid(),
    ...transcript,
    importedAt: new Date().toISOString(),
  });
  write.insert('originals', { transcriptId: id, bytes: original });
  return id;
}

/** Puts another text, from another file, in the place of a transcript's; name, session and guid stay. */
export function replaceTranscriptText(
  write: WriteHandle,
  id: number,
  { fileName, mediaType, charset, sha256, words, text: body }: Omit<NewTranscript, 'sessionId' | 'name'>,
  original: Uint8Array,
): void {
  write.run(
    `UPDATE transcripts SET file_name = ?, media_type = ?, charset = ?, sha256 = ?, words = ?, imported_at = ?, text = ?
     WHERE id = ?`,
    fileName,
    mediaType,
    charset,
    sha256,
    words,
    new Date().toISOString(),
    body,
    id,
  );
  write.run('UPDATE originals SET bytes = ? WHERE transcript_id = ?', original, id);
}

/** Gives a transcript a text that was corrected here; the file it came from stays what it was. */
export function setTranscriptText(write: WriteHandle, id: number, body: string): void {
  write.run('UPDATE transcripts SET text = ?, words = ? WHERE id = ?', body, countWords(body), id);
}

/** Gives a transcript another name. Throws when the name is taken. */
export function renameTranscript(write: WriteHandle, id: number, name: string): void {
  write.run('UPDATE transcripts SET name = ? WHERE id = ?', name, id);
}

/** Moves a transcript into another session; a session left without transcript goes. */
export function moveTranscript(write: WriteHandle, id: number, sessionId: number): void {
  const former = getTranscript(write, id).sessionId;
  if (former === sessionId) return;
  write.run('UPDATE transcripts SET session_id = ? WHERE id = ?', sessionId, id);
  deleteSessionIfEmpty(write, former);
}

/** Deletes a transcript with its turns, excerpts and codings; a session left without transcript goes too. */
export function deleteTranscript(write: WriteHandle, id: number): void {
  const { sessionId } = getTranscript(write, id);
  write.run('DELETE FROM transcripts WHERE id = ?', id);
  deleteSessionIfEmpty(write, sessionId);
}

function deleteSessionIfEmpty(write: WriteHandle, id: number): void {
  write.run('DELETE FROM sessions WHERE id = ? AND id NOT IN (SELECT session_id FROM transcripts)', id);
}
