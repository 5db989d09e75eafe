import { query, type ReadHandle, text, type WriteHandle } from '../sql.ts';

/** What was decided in an import and is proposed in the next one. */
export type ImportChoiceKind = 'speaker' | 'company' | 'folder' | 'rule' | 'charset';

const byKey = query({ choice: text }, 'SELECT choice FROM import_choices WHERE kind = ? AND about = ?');

/** Returns what was decided, as it was remembered, or undefined. It comes from a file and is still to be checked. */
export function findImportChoice(read: ReadHandle, kind: ImportChoiceKind, about: string): unknown {
  const row = read.find(byKey, kind, about);
  return row === undefined ? undefined : JSON.parse(row.choice);
}

/** Remembers a decision in place of the one before. */
export function rememberImportChoice(
  write: WriteHandle,
  kind: ImportChoiceKind,
  about: string,
  choice: unknown,
): void {
  const json = JSON.stringify(choice);
  if (write.find(byKey, kind, about)?.choice === json) return;
  write.run(
    `INSERT INTO import_choices (kind, about, choice) VALUES (?, ?, ?)
     ON CONFLICT (kind, about) DO UPDATE SET choice = excluded.choice`,
    kind,
    about,
    json,
  );
}

/** Forgets a decision. */
export function forgetImportChoice(write: WriteHandle, kind: ImportChoiceKind, about: string): void {
  write.run('DELETE FROM import_choices WHERE kind = ? AND about = ?', kind, about);
}
