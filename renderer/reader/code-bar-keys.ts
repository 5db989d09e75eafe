import type { BarOption } from './bar-options.ts';
import { findWordOfKey, type Words } from './word-keys.ts';

type Key = {
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  code: string;
};

/** What a key does in the code bar. */
export type BarKey =
  | { do: 'close' | 'choose' | 'in vivo' | 'memo' }
  | { do: 'move'; by: number }
  | { do: 'apply'; option: BarOption }
  | { do: 'say'; words: Words };

/**
 * Returns what a key does in the code bar, or undefined when it is text for the search field. While nothing is
 * typed, 1–9 apply pinned codes; Ctrl+Enter codes in vivo and Ctrl+M writes a memo. Letters always search: the bar opens with
 * every selection, and who types “Version data” or “Modell” at once must lose no letter, capital or small. Where the bar is
 * closed nothing is searched, and v and m alone act. With a blank typed first everything is text.
 */
export function findBarKey(key: Key, query: string, options: readonly BarOption[]): BarKey | undefined {
  const words = findWordOfKey(key);
  if (words) return { do: 'say', words };
  const chord = findChord(key);
  if (chord) return chord;
  if (key.ctrlKey || key.metaKey || key.altKey) return undefined;
  if (key.key === 'Escape') return { do: 'close' };
  if (key.key === 'Enter') return { do: 'choose' };
  if (key.shiftKey && key.key.startsWith('Arrow')) return undefined;
  if (key.key === 'ArrowDown') return { do: 'move', by: 1 };
  if (key.key === 'ArrowUp') return { do: 'move', by: -1 };
  if (query !== '') return undefined;
  const option = options.find((row) => row.kind === 'code' && String(row.digit) === key.key);
  return option ? { do: 'apply', option } : undefined;
}

/** With the command key of a Mac, M belongs to its windows: there too it is Ctrl. */
function findChord({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Key): BarKey | undefined {
  if (altKey || shiftKey) return undefined;
  if ((ctrlKey || metaKey) && key === 'Enter') return { do: 'in vivo' };
  return ctrlKey && !metaKey && code === 'KeyM' ? { do: 'memo' } : undefined;
}
