import { type EvidenceType, evidenceTypes, type Status, statuses } from '../../db/model/coding.ts';

/** What a key asks of the excerpt that has the focus. */
export type CardCommand =
  | { do: 'recode' | 'add' | 'delete' | 'context' | 'copy' | 'menu' }
  | { do: 'say'; words: { status: Status } | { evidence: EvidenceType } };

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const plain: Record<string, CardCommand> = {
  r: { do: 'recode' },
  c: { do: 'add' },
  delete: { do: 'delete' },
  ' ': { do: 'context' },
  contextmenu: { do: 'menu' },
};

/** Returns what a key press asks of a card, or undefined. Statuses and evidence types have the keys of the reader. */
export function findCardCommand({
  key,
  code,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: Press): CardCommand | undefined {
  if (ctrlKey || metaKey) return key.toLowerCase() === 'c' && !altKey ? { do: 'copy' } : undefined;
  if (shiftKey && key === 'F10') return { do: 'menu' };
  if (!altKey) return plain[key.toLowerCase()];
  // From its place on the keyboard: with Alt some keyboards write another character.
  const number = Number(/^Digit([1-8])$/.exec(code)?.[1]);
  const status = statuses[number - 1];
  if (status !== undefined) return { do: 'say', words: { status } };
  const evidence = evidenceTypes[number - statuses.length - 1];
  return evidence === undefined ? undefined : { do: 'say', words: { evidence } };
}
