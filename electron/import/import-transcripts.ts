import type { z } from 'zod';
import { findTechniqueLetter } from '../../db/model/technique.ts';
import type { WriteHandle } from '../../db/sql.ts';
import type { Study } from '../../db/study.ts';
import { ensureCompany } from '../../db/tables/companies.ts';
import { ensureParticipant, findParticipant } from '../../db/tables/participants.ts';
import { findPractitioner, insertPractitioner } from '../../db/tables/practitioners.ts';
import { addPresence, insertSession, toFreeSessionLabel } from '../../db/tables/sessions.ts';
import { findTechnique, listTechniques } from '../../db/tables/techniques.ts';
import { insertTranscript, toFreeTranscriptName } from '../../db/tables/transcripts.ts';
import { insertTurns } from '../../db/tables/turns.ts';
import type {
  ImportEvent,
  ImportProblem,
  importFileSchema,
  SpeakerChoice,
} from '../ipc/contract/transcripts.ts';
import { giveWay } from './give-way.ts';
import { forgetReadAhead, type ReadTranscript, readForImport } from './read-ahead.ts';
import { type LoadedFile, loadFile } from './study-files.ts';
import { ImportFileError, type ParsedTurn } from './transcript-file.ts';

export type FileToImport = z.output<typeof importFileSchema>;

type Prepared = ReadTranscript & { wish: FileToImport; file: LoadedFile };

/**
 * Imports files as one undoable step. Files are read first, one by one, and can be cancelled until then; what
 * cannot be read is reported while the others go on. Then everything is written at once or not at all.
 */
export async function* importFiles(
  study: Study,
  files: readonly FileToImport[],
  coderId: number | null,
  signal?: AbortSignal,
): AsyncGenerator<ImportEvent> {
  const prepared: Prepared[] = [];
  const problems: ImportProblem[] = [];
  for (const [index, wish] of files.entries()) {
    await giveWay();
    if (signal?.aborted) return;
    try {
      const file = await loadFile(wish.path);
      prepared.push({ wish, file, ...(await readForImport(study, file)) });
      yield { kind: 'progress', done: index + 1, total: files.length, fileName: file.name };
    } catch (error) {
      if (!(error instanceof ImportFileError)) throw error;
      problems.push({ path: wish.path, message: error.message });
    }
  }
  await giveWay();
  if (signal?.aborted) return;
  const transcriptIds = prepared.length > 0 ? writeAll(study, prepared, coderId) : [];
  forgetReadAhead(study);
  // A cancel that came while everything was written at once is heard only now.
  await giveWay();
  if (signal?.aborted) {
    if (transcriptIds.length > 0) study.takeBack();
    return;
  }
  yield { kind: 'finished', transcriptIds, problems };
}

function writeAll(study: Study, prepared: readonly Prepared[], coderId: number | null): number[] {
  const label =
    prepared.length === 1 ? `Import ${prepared[0]?.wish.name}` : `Import ${prepared.length} transcripts`;
  return study.transact({ label, coderId }, (write) => prepared.map((one) => writeOne(write, one)));
}

function writeOne(write: WriteHandle, { wish, file, parsed, words }: Prepared): number {
  const companyId = ensureCompany(write, wish.company, wish.companyName ?? '');
  const sessionId = wish.sessionId ?? insertSessionOf(write, wish, companyId);
  const transcriptId = insertTranscript(
    write,
    {
      sessionId,
      name: toFreeTranscriptName(write, wish.name),
      fileName: file.name,
      mediaType: parsed.mediaType,
      charset: parsed.charset,
      sha256: file.sha256,
      words,
      text: parsed.text,
    },
    file.bytes,
  );
  const speakers = new Map(
    Object.entries(wish.speakers).map(([label, choice]) => [
      label,
      resolveSpeaker(write, label, choice, { wish, companyId }),
    ]),
  );
  insertTurns(
    write,
    transcriptId,
    joinText(parsed.turns, wish.speakers).map((turn) => ({
      ...turn,
      ...(speakers.get(turn.label ?? '') ?? nobody),
    })),
  );
  for (const { participantId } of speakers.values()) {
    if (participantId !== null) addPresence(write, sessionId, participantId);
  }
  return transcriptId;
}

/** A label that is no speaker, such as `Result:`, is text: its turn is part of the one before it. */
function joinText(turns: readonly ParsedTurn[], speakers: FileToImport['speakers']): ParsedTurn[] {
  const joined: ParsedTurn[] = [];
  for (const turn of turns) {
    const isText = turn.label !== null && speakers[turn.label]?.kind === 'text';
    const before = joined.at(-1);
    if (isText && before) before.end = turn.end;
    else joined.push(isText ? { ...turn, label: null, time: null, textStart: turn.start } : { ...turn });
  }
  return joined;
}

function insertSessionOf(write: WriteHandle, wish: FileToImport, companyId: number): number {
  const technique = findTechnique(write, wish.technique);
  if (!technique) {
    const letters = listTechniques(write).map(({ letter, name }) => `${letter} (${name.toLowerCase()})`);
    throw new ImportFileError(
      wish.name,
      `names the unknown technique “${wish.technique}”: choose ${letters.join(', ')}`,
    );
  }
  return insertSession(write, {
    label: toFreeSessionLabel(write, wish.name),
    companyId,
    techniqueId: technique.id,
    date: wish.date,
    durationMinutes: null,
    interviewer: '',
    language: '',
  });
}

const nobody = { participantId: null, isInterviewer: false };

function resolveSpeaker(
  write: WriteHandle,
  label: string,
  choice: SpeakerChoice,
  { wish, companyId }: { wish: FileToImport; companyId: number },
): { participantId: number | null; isInterviewer: boolean } {
  switch (choice.kind) {
    case 'participant':
      return { participantId: choice.participantId, isInterviewer: false };
    case 'interviewer':
      return { participantId: null, isInterviewer: true };
    case 'nobody':
    case 'text':
      return nobody;
    case 'new':
      return {
        participantId: ensureSpeaker(write, choice, label, { wish, companyId }),
        isInterviewer: false,
      };
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
