import { type EvidenceType, evidenceTypes, type Status, statuses } from '../../db/model/coding.ts';

/** The part of a key event that decides which status or evidence type is meant. */
type Key = { altKey: boolean; ctrlKey: boolean; metaKey: boolean; code: string };

/** What a key says of a coding. */
export type Words = { status: Status } | { evidence: EvidenceType };

/** Returns the key of a status: `Alt+1` … `Alt+5`. */
export const keyOfStatus = (status: Status) => `Alt+${statuses.indexOf(status) + 1}`;

/** Returns the key of an evidence type: `Alt+6` … `Alt+8`. */
export const keyOfEvidence = (evidence: EvidenceType) =>
  `Alt+${statuses.length + evidenceTypes.indexOf(evidence) + 1}`;

/** Returns the status or evidence type a key stands for. The key's place counts: Alt changes what digits write. */
export function findWordOfKey(key: Key): Words | undefined {
  if (!key.altKey || key.ctrlKey || key.metaKey) return undefined;
  const digit = Number(/^(?:Digit|Numpad)([1-9])$/.exec(key.code)?.[1] ?? 0);
  const status = statuses[digit - 1];
  if (status) return { status };
  const evidence = evidenceTypes[digit - statuses.length - 1];
  return evidence ? { evidence } : undefined;
}
