import type { Practitioner } from '../../electron/ipc/contract/people.ts';
import type { NewSpeaker } from './new-practitioners.ts';
import { toKnownKey } from './speaker-keys.ts';

/** Who has an id or a name, in the study and among the new speakers; keys as `toSpeakerKey` gives them. */
export type SpeakerIndex = {
  ownerOfId: ReadonlyMap<string, Practitioner>;
  ownerOfName: ReadonlyMap<string, Practitioner>;
  newById: ReadonlyMap<string, readonly NewSpeaker[]>;
  newByName: ReadonlyMap<string, readonly NewSpeaker[]>;
};

/**
 * Indexes people, so that checking a thousand files takes no longer than reading them. Speakers whose id, name and
 * company are the same are one entry: the first of them.
 */
export function indexSpeakers(
  speakers: readonly NewSpeaker[],
  practitioners: readonly Practitioner[],
): SpeakerIndex {
  const distinct = new Map<string, NewSpeaker>();
  for (const speaker of speakers) {
    const key = [speaker.idKey, speaker.nameKey, speaker.companyKey].join('\n');
    if (!distinct.has(key)) distinct.set(key, speaker);
  }
  const ids = practitioners.flatMap((one) =>
    one.participants.map(({ label }) => [toKnownKey(label), one] as const),
  );
  return {
    ownerOfId: new Map(ids),
    ownerOfName: new Map(practitioners.map((one) => [toKnownKey(one.name), one])),
    newById: Map.groupBy(distinct.values(), ({ idKey }) => idKey),
    newByName: Map.groupBy(distinct.values(), ({ nameKey }) => nameKey),
  };
}
