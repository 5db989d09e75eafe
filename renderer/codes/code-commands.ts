import type { Code } from '../../electron/ipc/contract/codes.ts';

/** What can be done to the codes that are selected in the tree: by the menu of a row, and each by a key. */
export const codeCommands = [
  'add',
  'rename',
  'colour',
  'moveUnder',
  'merge',
  'split',
  'pin',
  'memos',
  'evidence',
  'branchEvidence',
  'delete',
] as const;
export type CodeCommand = (typeof codeCommands)[number];

/** The key of each command while the focus is in the tree, as it is written in the menu. */
export const keysOfCommands: Record<CodeCommand, string> = {
  add: 'Insert',
  rename: 'F2',
  colour: 'H',
  moveUnder: 'U',
  merge: 'G',
  split: 'S',
  pin: 'P',
  memos: 'M',
  evidence: 'E',
  branchEvidence: 'Shift+E',
  delete: 'Del',
};

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

const plainKeys: Record<string, CodeCommand> = {
  insert: 'add',
  f2: 'rename',
  h: 'colour',
  u: 'moveUnder',
  g: 'merge',
  s: 'split',
  p: 'pin',
  m: 'memos',
  e: 'evidence',
  delete: 'delete',
  backspace: 'delete',
};

/** Returns what a key press asks for, or undefined. Ctrl+Shift+N (⌘⇧N) is for keyboards without an Insert key. */
export function findCodeCommand({ key, ctrlKey, metaKey, shiftKey, altKey }: Press): CodeCommand | undefined {
  const letter = key.toLowerCase();
  if (altKey) return undefined;
  if (ctrlKey || metaKey) return shiftKey && letter === 'n' ? 'add' : undefined;
  if (shiftKey) return letter === 'e' ? 'branchEvidence' : undefined;
  return plainKeys[letter];
}

/** Tells whether a command makes sense for the codes: items of the scheme keep name, colour, place and existence. */
export function isOffered(command: CodeCommand, codes: readonly Code[]): boolean {
  const isOne = codes.length === 1;
  const areOpen = codes.every(({ kind }) => kind === 'open');
  switch (command) {
    case 'add':
    case 'pin':
    case 'memos':
    case 'split':
      return isOne;
    case 'rename':
      return isOne && areOpen;
    case 'colour':
    case 'moveUnder':
    case 'merge':
    case 'delete':
      return codes.length > 0 && areOpen;
    case 'evidence':
    case 'branchEvidence':
      return codes.length > 0;
  }
}

/** Returns the words of a command in the menu. */
export function nameCommand(command: CodeCommand, codes: readonly Code[], isPinned: boolean): string {
  const many = codes.length > 1 ? ` ${codes.length} codes` : '';
  switch (command) {
    case 'add':
      return 'New sub-code';
    case 'rename':
      return 'Rename';
    case 'colour':
      return 'Colour…';
    case 'moveUnder':
      return `Move${many} under…`;
    case 'merge':
      return `Merge${many} into…`;
    case 'split':
      return 'Split…';
    case 'pin':
      return isPinned ? 'Unpin' : 'Pin to a digit key';
    case 'memos':
      return 'Memos';
    case 'evidence':
      return 'Show evidence';
    case 'branchEvidence':
      return 'Show evidence with sub-codes';
    case 'delete':
      return many === '' ? 'Delete' : `Delete${many}`;
  }
}
