import { toParticipantId } from '../../db/model/speaker.ts';
import { findTechniqueLetter } from '../../db/model/technique.ts';
import type { ReadHandle } from '../../db/sql.ts';
import { findCompany } from '../../db/tables/companies.ts';
import { listParticipants } from '../../db/tables/participants.ts';
import { listSessions, type SessionRow } from '../../db/tables/sessions.ts';
import { listTechniques } from '../../db/tables/techniques.ts';
import { findTranscriptByHash } from '../../db/tables/transcripts.ts';
import { listLabelSpeakers } from '../../db/tables/turns.ts';
import type { FilePreview, SpeakerChoice, SpeakerPreview } from '../ipc/contract/imports.ts';
import { type FileNameGuess, findCompanyWord, guessFromFileName } from './file-names/file-name.ts';
import type { SpeakerLabel } from './parsed-transcript.ts';
import type { WishedReading } from './read-ahead.ts';
import type { ReadFile, ReadTranscript } from './reading.ts';
import { recallCompany, recallFolder, recallSpeaker } from './remembered-choices.ts';
import { type KnownParticipant, proposeSpeakers, type SpeakerProposal } from './speakers/match.ts';
import { toTranscriptName } from './study-files.ts';
import { findFormerVersion } from './versions/former-version.ts';

/** What a study knows that proposals rest on; asked once for all files, since nothing is written while they are read. */
export type KnownStudy = {
  read: ReadHandle;
  participants: KnownParticipant[];
  participantIds: ReadonlySet<string>;
  letters: ReadonlyMap<string, string>;
  sessions: ReadonlyMap<string, SessionRow>;
};

/** Gathers what proposals rest on. */
export function gatherKnown(read: ReadHandle): KnownStudy {
  const participants = listParticipants(read).map(({ id, label, practitioner, role, company }) => ({
    id,
    participant: label,
    practitioner,
    role,
    company,
  }));
  return {
    read,
    participants,
    participantIds: new Set(participants.map(({ participant }) => participant.toUpperCase())),
    letters: new Map(listTechniques(read).map(({ letter }) => [letter.toUpperCase(), letter])),
    sessions: new Map(listSessions(read).map((session) => [session.label.toLowerCase(), session])),
  };
}

/** A file as it was read; `isRemembered`: in a character set that was chosen for another file of its kind. */
type ReadWish = {
  wish: WishedReading;
  file: ReadFile;
  transcript: ReadTranscript;
  isRemembered: boolean;
};

/** Returns what an import would make of a file that was read: everything in it is a proposal. */
export function describeFile(
  known: KnownStudy,
  { wish, file, transcript: { parsed, words }, isRemembered }: ReadWish,
): FilePreview {
  const { read, sessions } = known;
  const guess = guessFromFileName(file.path);
  const name = toTranscriptName(file.path);
  const session = sessions.get(name.toLowerCase()) ?? sessions.get(file.name.toLowerCase());
  const folder = recallFolder(read, file.path);
  const company = session?.company ?? guessCompany(read, guess, folder?.company);
  const technique =
    session?.technique ?? guessTechnique(known, guess.technique, parsed.speakers, folder?.technique);
  const duplicateOf = findTranscriptByHash(read, file.sha256) ?? null;
  const former = duplicateOf === null ? findFormerVersion(read, { name, file, company, parsed }) : null;
  return {
    path: file.path,
    fileName: file.name,
    name,
    format: parsed.format,
    charset: parsed.charset,
    isCharsetGuessed: parsed.isCharsetGuessed || isRemembered,
    rule: wish.rule ?? { kind: 'automatic' },
    words,
    turns: parsed.turns.filter(({ label }) => label !== null).length,
    firstLines: parsed.text.slice(0, 600).toWellFormed(),
    company,
    technique,
    date: session?.date ?? guess.date,
    sessionId: session?.id ?? null,
    session: (guess.session ?? '').slice(0, 200).toWellFormed(),
    speakers: describeSpeakers(known, parsed.speakers, { company, formerId: former?.transcriptId }),
    unknownIds: guess.participants.filter((id) => isUnknownId(known, id)),
    comments: parsed.comments.length,
    notes: parsed.notes,
    sha256: file.sha256,
    duplicateOf,
    versionOf: former,
  };
}

function guessCompany(read: ReadHandle, guess: FileNameGuess, ofFolder: string | undefined): string {
  const remembered = guess.company === null ? undefined : recallCompany(read, guess.company);
  const known = guess.company === null ? undefined : findCompany(read, guess.company);
  const label = remembered ?? known?.label ?? findCompanyWord(guess) ?? ofFolder ?? '';
  // What is longer than a label may be is no label.
  return findCompany(read, label)?.label ?? (label.length > 40 ? '' : label);
}

/** Takes the first letter, of the file's name, a label or the folder, that is a technique of the study. */
function guessTechnique(
  { letters: known }: KnownStudy,
  ofName: string | null,
  speakers: readonly SpeakerLabel[],
  ofFolder: string | undefined,
): string {
  const letters = [ofName, ...speakers.map(({ label }) => findTechniqueLetter(label)), ofFolder];
  for (const letter of letters) {
    const found = known.get(letter?.toUpperCase() ?? '');
    if (found !== undefined) return found;
  }
  return '';
}

type Context = { company: string; formerId: number | undefined };

function describeSpeakers(known: KnownStudy, labels: SpeakerLabel[], context: Context): SpeakerPreview[] {
  const { company, formerId } = context;
  const { read } = known;
  const proposals = proposeSpeakers(labels, known.participants, company || null);
  const former = listFormerChoices(read, formerId);
  return labels.map((speaker, index) => {
    const { label, turns, words, firstWords, isDoubtful } = speaker;
    const proposal = proposals[index];
    const remembered =
      proposal?.reason === 'exact id'
        ? undefined
        : (former.get(label) ?? recallSpeaker(read, company, label));
    return {
      label,
      turns,
      words,
      firstWords,
      isDoubtful,
      reason: remembered ? 'remembered' : (proposal?.reason ?? 'new'),
      proposal: remembered ?? toChoice(known, label, proposal, isDoubtful),
      isUnknownId: isUnknownId(known, toParticipantId(label)),
    };
  });
}

/** In the version before, somebody may have said who a label is. */
function listFormerChoices(read: ReadHandle, transcriptId: number | undefined): Map<string, SpeakerChoice> {
  if (transcriptId === undefined) return new Map();
  const choices = new Map<string, SpeakerChoice>();
  for (const { label, participantId, isInterviewer } of listLabelSpeakers(read, transcriptId)) {
    if (participantId !== null) choices.set(label, { kind: 'participant', participantId });
    else if (isInterviewer) choices.set(label, { kind: 'interviewer' });
  }
  return choices;
}

/** An id such as P9 whose letter is a technique and that nobody has. */
function isUnknownId({ letters, participantIds }: KnownStudy, id: string | undefined): boolean {
  if (id === undefined) return false;
  return letters.has(findTechniqueLetter(id)?.toUpperCase() ?? '') && !participantIds.has(id.toUpperCase());
}

function toChoice(
  { letters }: KnownStudy,
  label: string,
  proposal: SpeakerProposal | undefined,
  isDoubtful: boolean,
): SpeakerPreview['proposal'] {
  if (proposal?.isInterviewer) return { kind: 'interviewer' };
  if (proposal && proposal.sameAs !== null) return { kind: 'same', as: proposal.sameAs };
  if (proposal && proposal.participantId !== null)
    return { kind: 'participant', participantId: proposal.participantId };
  if (letters.has(findTechniqueLetter(label)?.toUpperCase() ?? ''))
    return { kind: 'new', participant: label.toUpperCase(), name: label, role: '' };
  return isDoubtful ? { kind: 'nobody' } : { kind: 'new', participant: '', name: label, role: '' };
}
