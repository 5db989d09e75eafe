/** What is done to codings and passages, by menu and by key: each command has one key, shown wherever it is offered. */
export type CodingCommand =
  | 'change'
  | 'add'
  | 'comment'
  | 'memo'
  | 'split'
  | 'shrink'
  | 'extend'
  | 'code'
  | 'quick'
  | 'in vivo'
  | 'turn'
  | 'answer'
  | 'copy'
  | 'evidence'
  | 'delete'
  | 'open coding';

/** What there is to act on: a coding, selected text, or a mere place in the text. */
export type CommandContext = { coding: boolean; passage: boolean; caret: boolean };

/** A command acts on whichever of these there is; one that needs none is always there. */
type Need = keyof CommandContext;

const coding: readonly Need[] = ['coding'];
const passage: readonly Need[] = ['passage'];
const either: readonly Need[] = ['coding', 'passage'];
const anything: readonly Need[] = ['coding', 'passage', 'caret'];

const commands: Readonly<Record<CodingCommand, { label: string; key: string; needs: readonly Need[] }>> = {
  change: { label: 'Change code', key: 'Enter', needs: coding },
  add: { label: 'Add another code', key: 'C', needs: coding },
  comment: { label: 'Comment', key: 'N', needs: coding },
  memo: { label: 'Memo', key: 'M', needs: either },
  // Where no coding is selected, the caret says which one is meant.
  split: { label: 'Split here', key: 'X', needs: ['coding', 'caret'] },
  shrink: { label: 'Shrink to the selection', key: 'S', needs: passage },
  extend: { label: 'Extend to the selection', key: 'E', needs: passage },
  code: { label: 'Code', key: 'C', needs: passage },
  quick: { label: 'Quick code: the last one again', key: 'Q', needs: either },
  'in vivo': { label: 'Code in vivo', key: 'V', needs: passage },
  turn: { label: 'Code the whole turn', key: 'T', needs: anything },
  answer: { label: 'Code the answer with its question', key: 'A', needs: anything },
  copy: { label: 'Copy quote with reference', key: 'Ctrl+Shift+C', needs: either },
  evidence: { label: 'Show evidence of this code', key: 'Shift+Enter', needs: coding },
  delete: { label: 'Delete coding', key: 'Delete', needs: coding },
  'open coding': { label: 'Open coding on or off', key: 'O', needs: [] },
};

export type CommandEntry = { command: CodingCommand; label: string; key: string };

/** Returns a command as menus show it; on a Mac the command key has another name. */
export function toEntry(command: CodingCommand, isMac: boolean): CommandEntry {
  const { label, key } = commands[command];
  return { command, label, key: isMac ? key.replace('Ctrl+Shift+', '⇧⌘') : key };
}

/** Returns the commands of the menu about a coding: first those of its code, and behind status and evidence the others. */
export function listCodingCommands(has: Omit<CommandContext, 'coding'>): [CodingCommand[], CodingCommand[]] {
  const inText: CodingCommand[] = [
    ...(has.caret ? (['split'] as const) : []),
    ...(has.passage ? (['shrink', 'extend'] as const) : []),
  ];
  return [
    ['change', 'add', 'quick'],
    ['comment', 'memo', ...inText, 'turn', 'answer', 'copy', 'evidence', 'delete'],
  ];
}

/** Returns the commands of the menu about selected text, or about a place in the text where nothing is selected. */
export function listPassageCommands(isSelected: boolean): CodingCommand[] {
  return isSelected ? ['code', 'quick', 'in vivo', 'memo', 'turn', 'answer', 'copy'] : ['turn', 'answer'];
}

type Key = {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
};

/**
 * Returns the command of a key, given what there is to act on; undefined when the key means none. Letters are taken from
 * their place on the keyboard where it writes another alphabet.
 */
export function findCommandOfKey(key: Key, has: CommandContext): CodingCommand | undefined {
  const command = findCommand(key, has.coding);
  if (command === undefined) return undefined;
  const { needs } = commands[command];
  return needs.length === 0 || needs.some((need) => has[need]) ? command : undefined;
}

const letters: Readonly<Record<string, CodingCommand>> = {
  n: 'comment',
  m: 'memo',
  x: 'split',
  s: 'shrink',
  e: 'extend',
  q: 'quick',
  v: 'in vivo',
  t: 'turn',
  a: 'answer',
  o: 'open coding',
};

function findCommand(key: Key, hasCoding: boolean): CodingCommand | undefined {
  const letter = /^[a-z]$/i.test(key.key) ? key.key.toLowerCase() : findLatinLetter(key);
  if (key.altKey) return undefined;
  if (key.ctrlKey || key.metaKey) return key.shiftKey && letter === 'c' ? 'copy' : undefined;
  if (key.key === 'Enter') return hasCoding ? (key.shiftKey ? 'evidence' : 'change') : 'code';
  if (key.key === 'Delete' || key.key === 'Backspace') return 'delete';
  if (letter === 'c') return hasCoding ? 'add' : 'code';
  return letters[letter];
}

/** Letters of other alphabets lie outside of ASCII; names of keys, such as Enter, are longer than one character. */
function findLatinLetter({ key, code }: Key): string {
  const isForeign = key.length === 1 && key.charCodeAt(0) > 127;
  return isForeign ? (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? '') : '';
}
