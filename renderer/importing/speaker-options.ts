import type { Practitioner } from '../../electron/ipc/contract/people.ts';
import type { SpeakerChoice } from '../../electron/ipc/contract/transcripts.ts';

type Option = { value: string; label: string };
export type OptionGroup = { group: string; items: Option[] };

/** Returns the value under which a choice stands in the select: `participant:12`, `interviewer`, `new`, `nobody`. */
export function toSelectValue(choice: SpeakerChoice | undefined): string {
  if (choice === undefined) return 'nobody';
  return choice.kind === 'participant' ? `participant:${choice.participantId}` : choice.kind;
}

/** Returns the choice a value of the select stands for. A new practitioner is named as the label until changed. */
export function fromSelectValue(value: string, label: string): SpeakerChoice {
  const [kind, id] = value.split(':');
  if (kind === 'participant') return { kind, participantId: Number(id) };
  if (kind === 'interviewer' || kind === 'nobody' || kind === 'text') return { kind };
  return { kind: 'new', participant: '', name: label, role: '' };
}

/** Returns whom a speaker can be, by company, the file's own company first. */
export function listSpeakerOptions(practitioners: readonly Practitioner[], company: string): OptionGroup[] {
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

/** Returns the company of the chosen participant when it is not the file's own, which may well be a mistake. */
export function findOtherCompany(
  choice: SpeakerChoice | undefined,
  practitioners: readonly Practitioner[],
  company: string,
): string | undefined {
  if (choice?.kind !== 'participant' || company === '') return undefined;
  const found = practitioners.find(({ participants }) =>
    participants.some(({ id }) => id === choice.participantId),
  );
  return found && found.company.toUpperCase() !== company.toUpperCase() ? found.company : undefined;
}
