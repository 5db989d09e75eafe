import type { SpeakerChoice } from '../../electron/ipc/contract/imports.ts';
import type { Practitioner } from '../../electron/ipc/contract/people.ts';

type Option = { value: string; label: string };
export type OptionGroup = { group: string; items: Option[] };

/** Returns the value under which a choice stands in the select: `participant:12`, `interviewer`, `same:Mary`, `new`. */
export function toSelectValue(choice: SpeakerChoice | undefined): string {
  if (choice === undefined) return 'nobody';
  if (choice.kind === 'participant') return `participant:${choice.participantId}`;
  return choice.kind === 'same' ? `same:${choice.as}` : choice.kind;
}

/** Returns the choice a value of the select stands for. A new practitioner is named as the label until changed. */
export function fromSelectValue(value: string, label: string): SpeakerChoice {
  const colon = value.indexOf(':');
  const kind = colon < 0 ? value : value.slice(0, colon);
  const rest = value.slice(colon + 1);
  if (kind === 'participant') return { kind, participantId: Number(rest) };
  if (kind === 'same') return { kind, as: rest };
  if (kind === 'interviewer' || kind === 'nobody' || kind === 'text') return { kind };
  return { kind: 'new', participant: '', name: label, role: '' };
}

/**
 * Returns whom a speaker can be: somebody not in the study, a participant, by company with the file's own first, or
 * another spelling of one of the `spellings`, the other labels of the file.
 */
export function listSpeakerOptions(
  practitioners: readonly Practitioner[],
  company: string,
  spellings: readonly string[] = [],
): OptionGroup[] {
  const isOwn = (label: string) => label.toUpperCase() === company.toUpperCase();
  const labels = [...new Set(practitioners.map((one) => one.company))].toSorted(
    (left, right) => Number(isOwn(right)) - Number(isOwn(left)),
  );
  return [
    {
      group: 'Not in the study',
      items: [
        { value: 'new', label: 'New practitioner' },
        { value: 'interviewer', label: 'Interviewer' },
        { value: 'nobody', label: 'Nobody' },
        { value: 'text', label: 'No speaker: text of the turn before' },
      ],
    },
    {
      group: 'Another spelling of',
      items: spellings.map((label) => ({ value: `same:${label}`, label: `Same as ${label}` })),
    },
    ...labels.map((label) => ({
      group: `Company ${label}`,
      items: practitioners.filter((one) => one.company === label).flatMap(toOptions),
    })),
  ].filter(({ items }) => items.length > 0);
}

function toOptions({ name, role, participants }: Practitioner): Option[] {
  const person = role === '' ? name : `${name}, ${role}`;
  return participants.map(({ id, label }) => ({
    value: `participant:${id}`,
    label: person === label ? label : `${label} – ${person}`,
  }));
}
