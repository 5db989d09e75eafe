import { findTechniqueLetter } from '../../db/model/technique.ts';
import type { WriteHandle } from '../../db/sql.ts';
import { ensureParticipant, findParticipant, findParticipantById } from '../../db/tables/participants.ts';
import { findPractitioner, insertPractitioner } from '../../db/tables/practitioners.ts';
import { findTechnique } from '../../db/tables/techniques.ts';
import type { NewTurn } from '../../db/tables/turns.ts';
import type { FileToImport, SpeakerChoice } from '../ipc/contract/imports.ts';
import { ImportFileError } from './import-file-error.ts';
import type { ParsedTurn } from './parsed-transcript.ts';

/** Says that something was chosen that has gone: the list of an import stays open while people are edited. */
export function toGone({ name }: FileToImport, what: string): ImportFileError {
  return new ImportFileError(name, `names a ${what} that is not in the study any more: choose another one`);
}

/**
 * Returns the turns of a file with the speakers that were decided, and who of them was present. New practitioners are
 * made. Throws an ImportFileError when a participant that was chosen is not in the study any more.
 */
export function giveSpeakers(
  write: WriteHandle,
  parsed: readonly ParsedTurn[],
  wish: FileToImport,
  companyId: number,
): { turns: NewTurn[]; presentIds: number[] } {
  const speakers = resolveSpeakers(write, wish, companyId);
  const turns = joinText(parsed, wish.speakers).map((turn) => ({
    ...turn,
    ...(speakers.get(turn.label ?? '') ?? nobody),
  }));
  const presentIds = [...speakers.values()].flatMap(({ participantId }) => participantId ?? []);
  return { turns, presentIds };
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
