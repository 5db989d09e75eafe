import type { TurnSpeaker } from '../../../db/model/turn-frame.ts';
import type { Practitioner } from '../../../electron/ipc/contract/people.ts';

type Option = { value: string; label: string };
export type SpeakerGroup = { group: string; items: Option[] };

/** A speaker under the value that stands for it in a select. */
export function toSpeakerValue({ label, participantId, isInterviewer }: TurnSpeaker): string {
  return JSON.stringify([label, participantId, isInterviewer]);
}

/** Returns the speaker a value of the select stands for. Throws when it is none. */
export function fromSpeakerValue(value: string): TurnSpeaker {
  const [label, participantId, isInterviewer]: unknown[] = JSON.parse(value);
  if (typeof isInterviewer !== 'boolean') throw new Error(`“${value}” is no speaker.`);
  return {
    label: typeof label === 'string' ? label : null,
    participantId: typeof participantId === 'number' ? participantId : null,
    isInterviewer,
  };
}

type Known = { speakers: readonly TurnSpeaker[]; practitioners: readonly Practitioner[]; company: string };

/**
 * Returns whom a turn can be given to: first who speaks in the transcript, then the interviewer and nobody, then the other
 * participants with the company's own first, and at last a new label in the words that were `typed`.
 */
export function listSpeakerGroups(
  own: TurnSpeaker,
  { speakers, practitioners, company }: Known,
  typed: string,
): SpeakerGroup[] {
  const names = new Map(
    practitioners.flatMap(({ participants }) => participants.map((one) => [one.id, one.label])),
  );
  const here = [...new Map(speakers.map((one) => [toSpeakerValue(one), one])).values()];
  const present = new Set(here.map(({ participantId }) => participantId));
  const nobody: TurnSpeaker = { label: own.label, participantId: null, isInterviewer: false };
  const interviewer: TurnSpeaker = { label: 'Interviewer', participantId: null, isInterviewer: true };
  const others = here.some(({ isInterviewer }) => isInterviewer) ? [] : [interviewer];
  const groups = [
    {
      group: 'In this transcript',
      items: here.map((one) => ({ value: toSpeakerValue(one), label: nameOf(one, names) })),
    },
    {
      group: 'No participant',
      items: [
        ...others.map((one) => ({ value: toSpeakerValue(one), label: 'Interviewer' })),
        {
          value: toSpeakerValue(nobody),
          label: own.label === null ? 'Nobody' : `Nobody, called ${own.label}`,
        },
      ],
    },
    ...listPeople(practitioners, company, present),
    { group: 'New label', items: listNew(typed, names) },
  ];
  return dropRepeated(groups);
}

function nameOf(
  { label, participantId, isInterviewer }: TurnSpeaker,
  names: ReadonlyMap<number, string>,
): string {
  const participant = participantId === null ? undefined : names.get(participantId);
  const name = label ?? participant ?? 'Nobody';
  if (isInterviewer) return `${name} (interviewer)`;
  return participant === undefined || participant === name ? name : `${name} · ${participant}`;
}

function listPeople(
  practitioners: readonly Practitioner[],
  company: string,
  present: ReadonlySet<number | null>,
): SpeakerGroup[] {
  const companies = [...new Set(practitioners.map((one) => one.company))].toSorted(
    (left, right) => Number(right === company) - Number(left === company),
  );
  return companies.map((label) => ({
    group: `Company ${label}`,
    items: practitioners
      .filter((one) => one.company === label)
      .flatMap(({ name, participants }) =>
        participants
          .filter(({ id }) => !present.has(id))
          .map((one) => ({
            value: toSpeakerValue({ label: one.label, participantId: one.id, isInterviewer: false }),
            label: name === one.label ? name : `${one.label} – ${name}`,
          })),
      ),
  }));
}

/** What was typed is a label of nobody yet, unless it is somebody's participant id. */
function listNew(typed: string, names: ReadonlyMap<number, string>): Option[] {
  const label = typed.trim();
  const isKnown = [...names.values()].some((name) => name.toLowerCase() === label.toLowerCase());
  if (label === '' || isKnown) return [];
  return [
    {
      value: toSpeakerValue({ label, participantId: null, isInterviewer: false }),
      label: `Called “${label}”`,
    },
  ];
}

function dropRepeated(groups: readonly SpeakerGroup[]): SpeakerGroup[] {
  const seen = new Set<string>();
  return groups
    .map(({ group, items }) => ({
      group,
      items: items.filter(({ value }) => {
        const isNew = !seen.has(value);
        seen.add(value);
        return isNew;
      }),
    }))
    .filter(({ items }) => items.length > 0);
}
