import { toParticipantId, toSpeakerKey } from '../../../db/model/speaker.ts';
import { findTechniqueLetter } from '../../../db/model/technique.ts';
import type { SpeakerLabel } from '../parsed-transcript.ts';
import { findMisreadId, isSimilar } from './similar-labels.ts';
import { findSpellings } from './spellings.ts';
import { isInterviewerWord, toPlainLetters } from './words.ts';

/** A participant of the study: `id` is its row, `participant` its id such as `W8`, `company` the company's name. */
export type KnownParticipant = {
  id: number;
  participant: string;
  practitioner: string;
  role: string | null;
  company: string;
};

/**
 * Who a speaker label may be, and why. `isNew` says that nobody in the study fits, `sameAs` is the label of the same
 * file of which it is another spelling.
 */
export type SpeakerProposal = {
  label: string;
  participantId: number | null;
  isInterviewer: boolean;
  isNew: boolean;
  sameAs: string | null;
  reason: 'exact id' | 'known name' | 'role' | 'similar' | 'spelling' | 'interviewer' | 'new';
};

type Reason = SpeakerProposal['reason'];
type Match = { participantId: number; reason: Reason };

/** A participant with what labels are compared with, worked out once for all labels. */
type Candidate = KnownParticipant & { key: string; name: string; names: string[]; roleName: string | null };

// A file made to have thousands of labels gets no guesses that compare each with everybody.
const mostCompared = 1_000;

/**
 * Proposes for each speaker label the participant it names: by id (`P1`, `p-1`, `P 1`), else as interviewer, else by
 * the practitioner's name, else as another spelling of a label of the same file, else by a role that one practitioner
 * has alone, or by a name that differs in a letter or two. Participants of `company` come first; an id of another
 * company is still proposed, since the evidence audit is there to question it. Of a practitioner's several ids the one in
 * the technique of this transcript's other labels is taken.
 */
export function proposeSpeakers(
  labels: SpeakerLabel[],
  known: readonly KnownParticipant[],
  company: string | null,
): SpeakerProposal[] {
  const prepared = prepareOnce(known, company);
  const { ids } = prepared;
  const groups = labels.length > mostCompared ? [] : prepared.groups;
  const technique = findUsualTechnique(labels);
  const spellings = findSpellings(labels);
  return labels.map(({ label, isInterviewer }) => {
    const exact = findById(label, ids);
    if (exact !== undefined) return toProposal(label, { participantId: exact.id, reason: 'exact id' });
    if (isInterviewer || isInterviewerWord(label)) return toInterviewer(label);
    // A label in the form of an id is that id or a new one; P1 and P2 are as close as two ids can be.
    if (toParticipantId(label) !== undefined) return toProposal(label, undefined);
    const named = findIn(groups, (group) => findByName(label, group, technique));
    if (named !== undefined) return toProposal(label, named);
    const usual = spellings.get(label);
    if (usual !== undefined)
      return { ...toProposal(label, undefined), isNew: false, sameAs: usual, reason: 'spelling' };
    return toProposal(
      label,
      findIn(groups, (group) => findByGuess(label, group, technique)),
    );
  });
}

/** Those of the company first, then everybody. */
type Prepared = { groups: Candidate[][]; ids: Map<string, KnownParticipant> };
const preparedOf = new WeakMap<readonly KnownParticipant[], Map<string | null, Prepared>>();

/** The same people are compared with the labels of file after file; they are made ready for it once for a company. */
function prepareOnce(known: readonly KnownParticipant[], company: string | null): Prepared {
  const ofCompany = preparedOf.get(known) ?? new Map<string | null, Prepared>();
  preparedOf.set(known, ofCompany);
  const ready = ofCompany.get(company);
  if (ready) return ready;
  const all = known.map(toCandidate);
  const groups = [all.filter((one) => company !== null && isSame(one.company, company)), all];
  const prepared = { groups, ids: toIds(known, company) };
  ofCompany.set(company, prepared);
  return prepared;
}

function toCandidate(one: KnownParticipant): Candidate {
  const name = toName(one.practitioner);
  const roleName = one.role === null ? null : toName(one.role);
  return { ...one, key: toSpeakerKey(one.participant), name, names: name.split(' '), roleName };
}

function toInterviewer(label: string): SpeakerProposal {
  return {
    label,
    participantId: null,
    isInterviewer: true,
    isNew: false,
    sameAs: null,
    reason: 'interviewer',
  };
}

function toProposal(label: string, match: Match | undefined): SpeakerProposal {
  return {
    label,
    participantId: match?.participantId ?? null,
    isInterviewer: false,
    isNew: match === undefined,
    sameAs: null,
    reason: match?.reason ?? 'new',
  };
}

/** Of participants with the same id, that of the company comes first. */
function toIds(known: readonly KnownParticipant[], company: string | null): Map<string, KnownParticipant> {
  const ids = new Map<string, KnownParticipant>();
  for (const one of known) {
    const key = toSpeakerKey(one.participant);
    const isFirst = !ids.has(key);
    const isOurs = company !== null && isSame(one.company, company);
    const isTaken = company !== null && isSame(ids.get(key)?.company ?? '', company);
    if (isFirst || (isOurs && !isTaken)) ids.set(key, one);
  }
  return ids;
}

/** Finds the participant whose id the label is, or holds as a part: `P1`, `P1 (Anna)`, `Anna (P1)`, `Anna – P1`. */
function findById(label: string, ids: ReadonlyMap<string, KnownParticipant>): KnownParticipant | undefined {
  const parts = [label, ...label.split(/[()/|,]|\s[-–—]\s|\s+/u)].map(toSpeakerKey);
  const part = parts.find((one) => one !== '' && ids.has(one));
  return part === undefined ? undefined : ids.get(part);
}

function findUsualTechnique(labels: readonly SpeakerLabel[]): string | undefined {
  const turns = new Map<string, number>();
  for (const { label, turns: count } of labels) {
    const letter = findTechniqueLetter(toParticipantId(label) ?? '');
    if (letter !== undefined) turns.set(letter, (turns.get(letter) ?? 0) + count);
  }
  return [...turns].sort((left, right) => right[1] - left[1])[0]?.[0];
}

function findIn(
  groups: readonly Candidate[][],
  find: (group: readonly Candidate[]) => Match | undefined,
): Match | undefined {
  for (const group of groups) {
    const found = find(group);
    if (found !== undefined) return found;
  }
  return undefined;
}

function findByName(
  label: string,
  known: readonly Candidate[],
  technique: string | undefined,
): Match | undefined {
  const name = toName(label);
  if (name === '') return undefined;
  return (
    match(known, technique, 'known name', (one) => one.name === name) ??
    match(known, technique, 'known name', ({ names }) => names.includes(name))
  );
}

function findByGuess(
  label: string,
  known: readonly Candidate[],
  technique: string | undefined,
): Match | undefined {
  const name = toName(label);
  if (name === '') return undefined;
  const misread = findMisreadId(label);
  return (
    match(known, technique, 'role', ({ roleName }) => roleName === name) ??
    match(known, technique, 'similar', (one) => isSimilar(name, one.name) || one.key === misread)
  );
}

/** Two practitioners who fit equally well are no answer; two ids of one practitioner are. */
function match(
  known: readonly Candidate[],
  technique: string | undefined,
  reason: Reason,
  isFitting: (one: Candidate) => boolean,
): Match | undefined {
  const fitting = known.filter(isFitting);
  const people = new Set(fitting.map(({ practitioner, company }) => `${company}\n${practitioner}`));
  if (people.size !== 1) return undefined;
  const found =
    fitting.find(({ participant }) => findTechniqueLetter(participant) === technique) ?? fitting[0];
  return found === undefined ? undefined : { participantId: found.id, reason };
}

/** `Berg, Anna`, `ANNA BERG` and `Anna Berg (Acme)` are the name `anna berg`. */
function toName(written: string): string {
  const bare = toPlainLetters(written.replace(/\([^()]*\)/gu, ' '))
    .replace(/\s+/gu, ' ')
    .trim();
  const reversed = /^([^,]+), ?([^,]+)$/.exec(bare);
  return reversed === null ? bare : `${reversed[2]} ${reversed[1]}`;
}

function isSame(left: string, right: string): boolean {
  return toPlainLetters(left) === toPlainLetters(right);
}
