import type { MemoRow } from '../../electron/ipc/contract/memos.ts';

type Words = Pick<MemoRow, 'title' | 'preview'>;

/** Returns what a memo is called in a list: its title, else its first line. */
export function titleOfMemo({ title, preview }: Words): string {
  if (title.trim() !== '') return title;
  return preview.split('\n').find((line) => line.trim() !== '') ?? 'Without words';
}

/** Returns the text that follows in a list on what the memo is called there. */
export function restOfMemo({ title, preview }: Words): string {
  const lines = preview.split('\n').filter((line) => line.trim() !== '');
  return (title.trim() === '' ? lines.slice(1) : lines).join(' · ');
}

/** Returns who wrote a memo: a coder, or whom the file names that a comment came with. */
export function authorOfMemo({ coder, author }: Pick<MemoRow, 'coder' | 'author'>): string {
  return author || coder || 'No author';
}
