import type { z } from 'zod';
import { findTechniqueLetter } from '../../db/model/technique.ts';
import type { ReadHandle, WriteHandle } from '../../db/sql.ts';
import { ensureCompany } from '../../db/tables/companies.ts';
import { insertMemo, listMemos } from '../../db/tables/memos.ts';
import { ensureParticipant, findParticipant, findParticipantById } from '../../db/tables/participants.ts';
import { findPractitioner, insertPractitioner } from '../../db/tables/practitioners.ts';
import { addPresence, findSessionById, insertSession, toFreeSessionLabel } from '../../db/tables/sessions.ts';
import { findTechnique, listTechniques } from '../../db/tables/techniques.ts';
import { findTranscript, insertTranscript, toFreeTranscriptName } from '../../db/tables/transcripts.ts';
import { insertTurns, type NewTurn } from '../../db/tables/turns.ts';
import type { importFileSchema, SpeakerChoice } from '../ipc/contract/imports.ts';
import { ImportFileError } from './import-file-error.ts';
import type { ParsedTurn } from './parsed-transcript.ts';
import { type ReadFile, type ReadTranscript, toStoredFields } from './reading.ts';
import { rememberChoices } from './remembered-choices.ts';
import { replaceTranscript } from './versions/replace-transcript.ts';

export type FileToImport = z.output<typeof importFileSchema>;

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
  const speakers = resolveSpeakers(write, wish, place.companyId);
  const turns = joinText(parsed.turns, wish.speakers).map((turn) => ({
    ...turn,
    ...(speakers.get(turn.label ?? '') ?? nobody),
  }));
  const transcriptId = writeText(write, prepared, { ...place, turns });
  for (const { participantId } of speakers.values()) {
    if (participantId !== null) addPresence(write, place.sessionId, participantId);
  }
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

/** The list of an import stays open while people and sessions are edited, and steps are undone. */
function toGone({ name }: FileToImport, what: string): ImportFileError {
  return new ImportFileError(name, `names a ${what} that is not in the study any more: choose another one`);
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

/**
 * A label that is no speaker, such as `Result:`, is text: its turn is part of the one before it. Another spelling of a
 * speaker becomes that speaker's label.
 */
function joinText(turns: readonly ParsedTurn[], speakers: FileToImport['speakers']): ParsedTurn[] {
  const joined: ParsedTurn[] = [];
  for (const turn of turns) {
    const choice = turn.label === null ? undefined : speakers[turn.label];
    const before = joined.at(-1);
    if (choice?.kind === 'text' && before) {
      before.end = turn.end;
      before.endTime = turn.endTime ?? before.endTime;
    } else if (choice?.kind === 'text')
      joined.push({ ...turn, label: null, time: null, textStart: turn.start });
    else if (choice?.kind === 'same') joined.push({ ...turn, label: findMainLabel(speakers, choice) });
    else joined.push({ ...turn });
  }
  return joined;
}

/** Follows a chain of spellings to its end; a circle ends where it began. */
function findMainLabel(
  speakers: FileToImport['speakers'],
  choice: Extract<SpeakerChoice, { kind: 'same' }>,
): string {
  const passed = new Set<string>();
  let label = choice.as;
  for (let next = speakers[label]; next?.kind === 'same' && !passed.has(label); next = speakers[label]) {
    passed.add(label);
    label = next.as;
  }
  return label;
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

type Speaker = { participantId: number | null; isInterviewer: boolean };
const nobody: Speaker = { participantId: null, isInterviewer: false };

function resolveSpeakers(write: WriteHandle, wish: FileToImport, companyId: number): Map<string, Speaker> {
  return new Map(
    Object.entries(wish.speakers).map(([label, choice]) => [
      label,
      resolveSpeaker(write, label, choice, { wish, companyId }),
    ]),
  );
}

function resolveSpeaker(
  write: WriteHandle,
  label: string,
  choice: SpeakerChoice,
  context: { wish: FileToImport; companyId: number },
): Speaker {
  switch (choice.kind) {
    case 'participant':
      if (!findParticipantById(write, choice.participantId)) throw toGone(context.wish, 'participant');
      return { participantId: choice.participantId, isInterviewer: false };
    case 'interviewer':
      return { participantId: null, isInterviewer: true };
    case 'nobody':
    case 'text':
    case 'same':
      return nobody;
    case 'new':
      return { participantId: ensureSpeaker(write, choice, label, context), isInterviewer: false };
  }
}

/** The same new speaker in several files is one practitioner: the one made for the first file. */
function ensureSpeaker(
  write: WriteHandle,
  choice: Extract<SpeakerChoice, { kind: 'new' }>,
  label: string,
  { wish, companyId }: { wish: FileToImport; companyId: number },
): number {
  const known = findParticipant(write, choice.participant);
  if (known) return known.id;
  const name = choice.name || label;
  const practitionerId =
    findPractitioner(write, name)?.id ??
    insertPractitioner(write, { companyId, name, role: choice.role, seniority: '' });
  const hasLetter = findTechnique(write, findTechniqueLetter(choice.participant) ?? '') !== undefined;
  return ensureParticipant(write, {
    label: choice.participant,
    practitionerId,
    ...(hasLetter ? {} : { technique: wish.technique }),
  });
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
