import { toSpeakerKey } from '../../db/model/speaker.ts';

const known = new Map<string, string>();

/** `toSpeakerKey`, remembered: a thousand files have few labels, which are compared at each change of the list. */
export function toKnownKey(label: string): string {
  const found = known.get(label);
  if (found !== undefined) return found;
  const key = toSpeakerKey(label);
  known.set(label, key);
  return key;
}
