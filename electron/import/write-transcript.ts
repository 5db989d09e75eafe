import type { ReadHandle, WriteHandle } from '../../db/sql.ts';
import { ensureCompany } from '../../db/tables/companies.ts';
import { insertMemo, listMemos } from '../../db/tables/memos.ts';
import { addPresence, findSessionById, insertSession, toFreeSessionLabel } from '../../db/tables/sessions.ts';
import { findTechnique, listTechniques } from '../../db/tables/techniques.ts';
import { findTranscript, insertTranscript, toFreeTranscriptName } from '../../db/tables/transcripts.ts';
import { insertTurns, type NewTurn } from '../../db/tables/turns.ts';
import type { FileToImport } from '../ipc/contract/imports.ts';
import { ImportFileError } from './import-file-error.ts';
import { type ReadFile, type ReadTranscript, toStoredFields } from './reading.ts';
import { rememberChoices } from './remembered-choices.ts';
import { giveSpeakers, toGone } from './spoken-turns.ts';
import { replaceTranscript } from './versions/replace-transcript.ts';

/** A file that was read, and what the researcher decided about it. */
export type PreparedFile = ReadTranscript & { wish: FileToImport; file: ReadFile; bytes: Uint8Array };

/** What one import has made and found already, for its next file: by company, technique and label of a session. */
export class ImportMemory {
  private readonly known = new Map<string, number>();
  private fresh: string[] = [];

  /** Returns the row that stands for `parts`; finds or makes it when this is the first time. */
  recall(parts: readonly unknown[], make: () => number): number {
    const key = JSON.stringify(parts);
    const found = this.known.get(key);
    if (found !== undefined) return found;
    const made = make();
    this.known.set(key, made);
    this.fresh.push(key);
    return made;
  }

  /** Called after each file: when it failed, what was made for it is not in the study. */
  endFile(isWritten: boolean): void {
    if (!isWritten) for (const key of this.fresh) this.known.delete(key);
    this.fresh = [];
  }
}

/**
 * Writes one file into the study, as a new transcript or in the place of one; returns the transcript's id. Throws an
 * ImportFileError when what was decided does not fit the study.
 */
export function writeTranscript(write: WriteHandle, prepared: PreparedFile, memory: ImportMemory): number {
  const { wish, file, parsed } = prepared;
  if (wish.sha256 !== undefined && wish.sha256 !== file.sha256)
    throw new ImportFileError(file.name, 'was changed after it was read: add it to the list once more');
  const place = findPlace(write, wish, memory);
  const { turns, presentIds } = giveSpeakers(write, parsed.turns, wish, place.companyId);
  const transcriptId = writeText(write, prepared, { ...place, turns });
  for (const participantId of presentIds) addPresence(write, place.sessionId, participantId);
  if (wish.withComments) writeComments(write, transcriptId, parsed);
  rememberChoices(write, wish);
  return transcriptId;
}

type Place = { companyId: number; sessionId: number };

/** A new version stays in the session of what it replaces. */
function findPlace(write: WriteHandle, wish: FileToImport, memory: ImportMemory): Place {
  if (wish.replaces !== null) {
    const replaced = findTranscript(write, wish.replaces);
    if (!replaced) throw toGone(wish, 'transcript');
    return { companyId: replaced.companyId, sessionId: replaced.sessionId };
  }
  if (wish.sessionId !== null) {
    const session = findSessionById(write, wish.sessionId);
    if (!session) throw toGone(wish, 'session');
    return { companyId: session.companyId, sessionId: session.id };
  }
  const companyId = memory.recall(['company', wish.company, wish.companyName], () =>
    ensureCompany(write, wish.company, wish.companyName ?? ''),
  );
  return { companyId, sessionId: insertSessionOf(write, wish, companyId, memory) };
}

function writeText(
  write: WriteHandle,
  prepared: PreparedFile,
  { sessionId, turns }: Place & { turns: NewTurn[] },
): number {
  const { wish } = prepared;
  if (wish.replaces !== null) {
    replaceTranscript(write, wish.replaces, { ...prepared, mayLose: new Set(wish.mayLose), turns });
    return wish.replaces;
  }
  const transcriptId = insertTranscript(
    write,
    { sessionId, name: toFreeTranscriptName(write, wish.name), ...toStoredFields(prepared) },
    prepared.bytes,
  );
  insertTurns(write, transcriptId, turns);
  return transcriptId;
}

/** Files of one import that wish for the same new session, in one company and technique, share it. */
function insertSessionOf(
  write: WriteHandle,
  wish: FileToImport,
  companyId: number,
  memory: ImportMemory,
): number {
  const techniqueId = memory.recall(['technique', wish.technique], () => getTechniqueId(write, wish));
  const insert = () =>
    insertSession(write, {
      label: toFreeSessionLabel(write, wish.session || wish.name),
      companyId,
      techniqueId,
      date: wish.date,
      durationMinutes: null,
      interviewer: '',
      language: '',
      place: '',
    });
  if (wish.session === '') return insert();
  return memory.recall(['session', companyId, techniqueId, wish.session.toLowerCase()], insert);
}

function getTechniqueId(read: ReadHandle, { name, technique: wished }: FileToImport): number {
  const technique = findTechnique(read, wished);
  if (technique) return technique.id;
  const letters = listTechniques(read).map((one) => `${one.letter} (${one.name.toLowerCase()})`);
  throw new ImportFileError(name, `names the unknown technique “${wished}”: choose ${letters.join(', ')}`);
}

/**
 * A comment on a place without words, as between two paragraphs, is a memo on the whole transcript. One that came with a
 * version before is a memo already.
 */
function writeComments(write: WriteHandle, transcriptId: number, { text, comments }: PreparedFile['parsed']) {
  const toKey = (author: string, writtenAt: string | null, words: string) =>
    JSON.stringify([author, writtenAt, words]);
  const known = new Set(
    listMemos(write, transcriptId).map((memo) => toKey(memo.author, memo.writtenAt, memo.text)),
  );
  for (const { start, end, author, date, text: words } of comments) {
    if (words.trim() === '' || known.has(toKey(author, date, words.trim()))) continue;
    const span = start < end ? { start, end } : null;
    insertMemo(write, { transcriptId, span, author, writtenAt: date, text: words.trim() }, text);
  }
}
