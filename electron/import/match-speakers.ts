import { toParticipantId, toSpeakerKey } from '../../db/model/speaker.ts';
import { findTechniqueLetter } from '../../db/model/technique.ts';
import type { SpeakerLabel } from './parsed-transcript.ts';
import { isInterviewerWord, toPlainLetters } from './speaker-words.ts';

/** A participant of the study: `id` is its row, `participant` its id such as `W8`, `company` the company's name. */
export type KnownParticipant = {
  id: number;
  participant: string;
  practitioner: string;
  role: string | null;
  company: string;
};

/** Who a speaker label may be, and why. `isNew` says that nobody in the study fits. */
export type SpeakerProposal = {
  label: string;
  participantId: number | null;
  isInterviewer: boolean;
  isNew: boolean;
  reason: 'exact id' | 'known name' | 'role' | 'similar' | 'interviewer' | 'new';
};

type Match = { participantId: number; reason: SpeakerProposal['reason'] };

/**
 * Proposes for each speaker label the participant it names: by id (`P1`, `p-1`, `P 1`), else as interviewer, else by
 * the practitioner's name, by a role that one practitioner has alone, or by a name that differs in a letter or two.
 * Participants of `company` come first; an id of another company is still proposed, since the evidence audit is there to
 * question it. Of a practitioner's several ids the one in the technique of this transcript's other labels is taken.
 */
export function proposeSpeakers(
  labels: SpeakerLabel[],
  known: KnownParticipant[],
  company: string | null,
): SpeakerProposal[] {
  const ofCompany = known.filter((one) => company !== null && isSame(one.company, company));
  const technique = findUsualTechnique(labels);
  return labels.map(({ label, isInterviewer }) => {
    const exact = findById(label, ofCompany) ?? findById(label, known);
    if (exact !== undefined) return toProposal(label, { participantId: exact.id, reason: 'exact id' });
    if (isInterviewer || isInterviewerWord(label)) {
      return { label, participantId: null, isInterviewer: true, isNew: false, reason: 'interviewer' };
    }
    // A label in the form of an id is that id or a new one; P1 and P2 are as close as two ids can be.
    if (toParticipantId(label) !== undefined) return toProposal(label, undefined);
    return toProposal(label, findPerson(label, ofCompany, technique) ?? findPerson(label, known, technique));
  });
}

function toProposal(label: string, match: Match | undefined): SpeakerProposal {
  if (match === undefined)
    return { label, participantId: null, isInterviewer: false, isNew: true, reason: 'new' };
  return {
    label,
    participantId: match.participantId,
    isInterviewer: false,
    isNew: false,
    reason: match.reason,
  };
}

/** Finds the participant whose id the label is, or holds as a part: `P1`, `P1 (Anna)`, `Anna (P1)`, `Anna – P1`. */
function findById(label: string, known: KnownParticipant[]): KnownParticipant | undefined {
  const parts = [label, ...label.split(/[()/|,]|\s[-–—]\s|\s+/u)]
    .map(toSpeakerKey)
    .filter((part) => part !== '');
  for (const part of parts) {
    const found = known.find(({ participant }) => toSpeakerKey(participant) === part);
    if (found !== undefined) return found;
  }
  return undefined;
}

function findUsualTechnique(labels: readonly SpeakerLabel[]): string | undefined {
  const turns = new Map<string, number>();
  for (const { label, turns: count } of labels) {
    const letter = findTechniqueLetter(toParticipantId(label) ?? '');
    if (letter !== undefined) turns.set(letter, (turns.get(letter) ?? 0) + count);
  }
  return [...turns].sort((left, right) => right[1] - left[1])[0]?.[0];
}

function findPerson(
  label: string,
  known: KnownParticipant[],
  technique: string | undefined,
): Match | undefined {
  const name = toName(label);
  if (name === '') return undefined;
  const tests: [SpeakerProposal['reason'], (one: KnownParticipant) => boolean][] = [
    ['known name', ({ practitioner }) => toName(practitioner) === name],
    ['known name', ({ practitioner }) => toName(practitioner).split(' ').includes(name)],
    ['role', ({ role }) => role !== null && toName(role) === name],
    ['similar', (one) => isSimilar(name, toName(one.practitioner)) || isMisread(label, one.participant)],
  ];
  for (const [reason, test] of tests) {
    const found = pickOnePractitioner(known.filter(test), technique);
    if (found !== undefined) return { participantId: found.id, reason };
  }
  return undefined;
}

/** Two practitioners who fit equally well are no answer; two ids of one practitioner are. */
function pickOnePractitioner(
  fitting: KnownParticipant[],
  technique: string | undefined,
): KnownParticipant | undefined {
  const people = new Set(fitting.map(({ practitioner, company }) => `${company}\n${practitioner}`));
  if (people.size !== 1) return undefined;
  return fitting.find(({ participant }) => findTechniqueLetter(participant) === technique) ?? fitting[0];
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

function isSimilar(left: string, right: string): boolean {
  const shorter = Math.min(left.length, right.length);
  const allowed = shorter >= 8 ? 2 : shorter >= 4 ? 1 : 0;
  // Short names of codes such as differ by what tells them apart.
  if (allowed === 0 || /\d/.test(left + right)) return false;
  return Math.abs(left.length - right.length) <= allowed && measureDistance(left, right) <= allowed;
}

/** Text recognition writes l or I for 1 and O for 0: `Pl` and `SlO` are P1 and S10. */
function isMisread(label: string, participant: string): boolean {
  const bare = label.trim();
  if (bare.length > 6) return false;
  const repaired = bare.slice(0, 1) + bare.slice(1).replace(/[lI|]/g, '1').replace(/[oO]/g, '0');
  return repaired !== bare && toSpeakerKey(repaired) === toSpeakerKey(participant);
}

/** Levenshtein distance in UTF-16 units, row by row. */
function measureDistance(left: string, right: string): number {
  let above = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const change = (above[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(change, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    above = current;
  }
  return above[right.length] ?? 0;
}
