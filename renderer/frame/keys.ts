import type { CasebenchBridge, MenuCommand } from '../../electron/ipc/contract/bridge.ts';

/** What a key press can ask of the frame: the commands of the menu bar, and the way back and forward. */
export type KeyCommand = MenuCommand | 'go-back' | 'go-forward';

/** The parts of a keyboard event that decide. */
export type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

const withCommandKey: Record<string, KeyCommand> = {
  n: 'new-study',
  o: 'open-study',
  i: 'import',
  f: 'find-in-transcript',
  k: 'find-code',
  e: 'show-retrieval',
  z: 'undo',
  '1': 'show-transcripts',
  '2': 'show-people',
  '3': 'show-triangulation',
  '4': 'show-maturity',
  '6': 'show-tables',
  '7': 'show-memos',
  '5': 'show-search',
};

const withShift: Record<string, KeyCommand> = {
  z: 'redo',
  s: 'save-as',
  e: 'edit-transcript',
  f: 'search-words',
};

/** The size of the text, by the place of the keys: with Alt held they may give other signs. */
const withAlt: Record<string, KeyCommand> = {
  Equal: 'text-larger',
  NumpadAdd: 'text-larger',
  Minus: 'text-smaller',
  NumpadSubtract: 'text-smaller',
};

/** Commands that a plain key gives; they are not heard while somebody types. */
export const typedCommands: readonly KeyCommand[] = ['show-shortcuts', 'go-back', 'go-forward'];

/** Returns what a key press asks for, or undefined. The command key is ⌘ on macOS and Ctrl elsewhere. */
export function findKeyCommand(press: Press, platform: CasebenchBridge['platform']): KeyCommand | undefined {
  const isMac = platform === 'darwin';
  const hasCommandKey = isMac ? press.metaKey : press.ctrlKey;
  const hasOtherKey = isMac ? press.ctrlKey : press.metaKey;
  if (hasOtherKey) return undefined;
  if (press.altKey && hasCommandKey) return withAlt[press.code];
  if (press.altKey) return press.shiftKey ? undefined : findWay(press.key);
  if (!hasCommandKey) return press.key === '?' ? 'show-shortcuts' : undefined;
  const key = findLetter(press);
  if (press.shiftKey) return withShift[key];
  if (isMac && (key === '[' || key === ']')) return key === '[' ? 'go-back' : 'go-forward';
  return !isMac && key === 'y' ? 'redo' : withCommandKey[key];
}

function findWay(key: string): KeyCommand | undefined {
  if (key === 'ArrowLeft') return 'go-back';
  return key === 'ArrowRight' ? 'go-forward' : undefined;
}

/** Digits are taken from their place on the keyboard, because on some keyboards (French) they need Shift. */
function findLetter({ key, code }: Press): string {
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  return digit ?? key.toLowerCase();
}
