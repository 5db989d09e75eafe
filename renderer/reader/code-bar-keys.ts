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
 * typed, 1–9 apply pinned codes, a capital V codes in vivo and a capital M writes a memo. Small letters always search:
 * the bar opens with every selection, and who types “version” or “model” at once must lose no letter. Where the bar is
 * closed nothing is searched, and v and m act whatever their case. With a blank typed first everything is text.
 */
export function findBarKey(key: Key, query: string, options: readonly BarOption[]): BarKey | undefined {
  const words = findWordOfKey(key);
  if (words) return { do: 'say', words };
  if (key.ctrlKey || key.metaKey || key.altKey) return undefined;
  if (key.key === 'Escape') return { do: 'close' };
  if (key.key === 'Enter') return { do: 'choose' };
  if (key.shiftKey && key.key.startsWith('Arrow')) return undefined;
  if (key.key === 'ArrowDown') return { do: 'move', by: 1 };
  if (key.key === 'ArrowUp') return { do: 'move', by: -1 };
  if (query !== '') return undefined;
  if (key.key === 'V') return { do: 'in vivo' };
  if (key.key === 'M') return { do: 'memo' };
  const option = options.find((row) => row.kind === 'code' && String(row.digit) === key.key);
  return option ? { do: 'apply', option } : undefined;
}
