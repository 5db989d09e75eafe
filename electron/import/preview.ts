import { findTechniqueLetter } from '../../db/model/technique.ts';
import type { Study } from '../../db/study.ts';
import { findCompany } from '../../db/tables/companies.ts';
import { listParticipants } from '../../db/tables/participants.ts';
import { findSession } from '../../db/tables/sessions.ts';
import { findTechnique } from '../../db/tables/techniques.ts';
import { findTranscriptByHash } from '../../db/tables/transcripts.ts';
import type { FilePreview, ImportPreviewEvent, SpeakerPreview } from '../ipc/contract/transcripts.ts';
import { type FileNameGuess, guessFromFileName } from './file-name.ts';
import { giveWay } from './give-way.ts';
import { type KnownParticipant, proposeSpeakers, type SpeakerProposal } from './match-speakers.ts';
import { type ReadTranscript, readAhead } from './read-ahead.ts';
import { expandFolders, type LoadedFile, loadFile, toTranscriptName } from './study-files.ts';
import { ImportFileError, type SpeakerLabel } from './transcript-file.ts';

/**
 * Reads files and tells, one by one, what an import would make of each, or in one sentence why it cannot be
 * imported. Nothing is written. Folders are searched. Ends early when the signal is aborted.
 */
export async function* previewFiles(
  study: Study,
  paths: readonly string[],
  signal?: AbortSignal,
): AsyncGenerator<ImportPreviewEvent> {
  const files = await expandFolders(paths);
  const known = listKnownParticipants(study);
  for (const [index, path] of files.entries()) {
    await giveWay();
    if (signal?.aborted) return;
    const counts = { done: index + 1, total: files.length };
    try {
      const file = await loadFile(path);
      yield { kind: 'file', ...counts, file: describe(study, file, await readAhead(study, file), known) };
    } catch (error) {
      if (!(error instanceof ImportFileError)) throw error;
      yield { kind: 'problem', ...counts, problem: { path, message: error.message } };
    }
  }
}

function describe(
  study: Study,
  file: LoadedFile,
  { parsed, words }: ReadTranscript,
  known: KnownParticipant[],
): FilePreview {
  const guess = guessFromFileName(file.path);
  const session = findSessionOf(study, file);
  const company = session?.company ?? guessCompany(study, guess);
  const technique = session?.technique ?? guessTechnique(study, guess.technique, parsed.speakers);
  return {
    path: file.path,
    fileName: file.name,
    name: toTranscriptName(file.path),
    words,
    turns: parsed.turns.filter(({ label }) => label !== null).length,
    firstLines: parsed.text.slice(0, 600),
    company,
    technique,
    date: session?.date ?? guess.date,
    sessionId: session?.id ?? null,
    speakers: describeSpeakers(study, parsed.speakers, { known, company }),
    notes: parsed.notes,
    duplicateOf: findTranscriptByHash(study.read, file.sha256) ?? null,
  };
}

/**
 * A word of the path is taken for a company that is not in the study yet only when the name also tells technique,
 * date or participants, or when it is a label such as `A`: `Ericsson_P1_2021-02-03` does, `notes` does not.
 */
function guessCompany(study: Study, guess: FileNameGuess): string {
  if (guess.company === null) return '';
  const known = findCompany(study.read, guess.company);
  const isStructured = guess.technique !== null || guess.date !== null || guess.participants.length > 0;
  const isLabel = guess.company.length <= 2;
  return known?.label ?? (isStructured || isLabel ? guess.company : '');
}

/** A session whose label is the file's name is the session of this file. */
function findSessionOf(study: Study, file: LoadedFile) {
  return findSession(study.read, toTranscriptName(file.path)) ?? findSession(study.read, file.name);
}

/** Takes the first letter, of the file's name or else of a label, that is a technique of the study. */
function guessTechnique(study: Study, ofName: string | null, speakers: readonly SpeakerLabel[]): string {
  const letters = [ofName, ...speakers.map(({ label }) => findTechniqueLetter(label))];
  return letters.find((letter) => letter && findTechnique(study.read, letter)) ?? '';
}

/** Asked once for all files: nothing is written while they are read. */
function listKnownParticipants(study: Study): KnownParticipant[] {
  return listParticipants(study.read).map(({ id, label, practitioner, role, company }) => ({
    id,
    participant: label,
    practitioner,
    role,
    company,
  }));
}

function describeSpeakers(
  study: Study,
  labels: SpeakerLabel[],
  { known, company }: { known: KnownParticipant[]; company: string },
): SpeakerPreview[] {
  const proposals = new Map(
    proposeSpeakers(labels, known, company || null).map((proposal) => [proposal.label, proposal]),
  );
  return labels.map(({ label, turns, words, firstWords, isDoubtful }) => {
    const proposal = proposals.get(label);
    return {
      label,
      turns,
      words,
      firstWords,
      isDoubtful,
      reason: proposal?.reason ?? 'new',
      proposal: toChoice(study, label, proposal, isDoubtful),
    };
  });
}

function toChoice(
  study: Study,
  label: string,
  proposal: SpeakerProposal | undefined,
  isDoubtful: boolean,
): SpeakerPreview['proposal'] {
  if (proposal?.isInterviewer) return { kind: 'interviewer' };
  if (proposal && proposal.participantId !== null)
    return { kind: 'participant', participantId: proposal.participantId };
  const letter = findTechniqueLetter(label);
  if (letter && findTechnique(study.read, letter))
    return { kind: 'new', participant: label.toUpperCase(), name: label, role: '' };
  return isDoubtful ? { kind: 'nobody' } : { kind: 'new', participant: '', name: label, role: '' };
}
