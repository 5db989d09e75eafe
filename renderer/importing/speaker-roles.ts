import type { Practitioner } from '../../electron/ipc/contract/people.ts';
import type { DraftFile } from './import-draft.ts';
import { findMainLabel } from './speaker-choices.ts';

/** What a label is in a file: who asks, who answers, somebody who counts for nothing, or no speaker. */
export type SpeakerRole = {
  kind: 'interviewer' | 'participant' | 'nobody' | 'text';
  /** In a word or two: `interviewer`, `P1`, `nobody`. */
  words: string;
};

/** The participant ids of the study, by their number there. */
export function indexIds(practitioners: readonly Practitioner[]): ReadonlyMap<number, string> {
  return new Map(
    practitioners.flatMap(({ participants }) => participants.map(({ id, label }) => [id, label])),
  );
}

/** Returns what a label is in a file; a spelling is what the label is whose spelling it is. */
export function findRole(file: DraftFile, label: string, ids: ReadonlyMap<number, string>): SpeakerRole {
  const choice = file.speakers[findMainLabel(file.speakers, label)];
  switch (choice?.kind) {
    case 'interviewer':
      return { kind: 'interviewer', words: 'interviewer' };
    case 'participant':
      return { kind: 'participant', words: ids.get(choice.participantId) ?? 'participant' };
    case 'new':
      return { kind: 'participant', words: choice.participant.trim() || 'new practitioner' };
    case 'text':
      return { kind: 'text', words: 'text, no speaker' };
    default:
      return { kind: 'nobody', words: 'nobody' };
  }
}
