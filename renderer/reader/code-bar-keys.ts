import type { EvidenceType, Status } from '../../db/model/coding.ts';
import type { BarOption } from './bar-options.ts';
import { findWordOfKey } from './word-keys.ts';

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
  | { do: 'close' | 'choose' | 'in vivo' }
  | { do: 'move'; by: number }
  | { do: 'apply'; option: BarOption }
  | { do: 'say'; words: { status: Status } | { evidence: EvidenceType } };

/**
 * Returns what a key does in the code bar, or undefined when it is text for the search field. While nothing is
 * typed, 1–9 apply pinned codes and a capital V codes in vivo: a small v begins a word, such as “version”. With a
 * blank typed first they are text.
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
  const option = options.find((row) => row.kind === 'code' && String(row.digit) === key.key);
  return option ? { do: 'apply', option } : undefined;
}
