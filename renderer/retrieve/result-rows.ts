import type { Found } from '../../electron/ipc/contract/retrieval.ts';
import { count } from '../widgets/count.ts';

/** A row of the results: the heading of a group, or the coding at a position of what was found. */
export type ResultRow =
  | { kind: 'heading'; key: string; group: string; title: string; count: number; isOpen: boolean }
  | { kind: 'coding'; key: string; position: number };

/** Returns the rows of what was found; groups that are closed show their headings alone. */
export function listResultRows({ groups, ids }: Found, closed: ReadonlySet<string>): ResultRow[] {
  if (groups.length === 0) return ids.map((id, position) => ({ kind: 'coding', key: `${id}`, position }));
  const rows: ResultRow[] = [];
  let position = 0;
  for (const { key, title, count: members } of groups) {
    const isOpen = !closed.has(key);
    rows.push({ kind: 'heading', key: `heading ${key}`, group: key, title, count: members, isOpen });
    for (let at = position; isOpen && at < position + members; at++)
      rows.push({ kind: 'coding', key: `${key} ${ids[at]}`, position: at });
    position += members;
  }
  return rows;
}

/** Returns how much was found, in words. Persons are practitioners, under however many participant ids. */
export function countFound({ codings, excerpts, transcripts, persons }: Found): string {
  const ofExcerpts = count(excerpts, 'excerpt');
  const ofCodings = codings === excerpts ? [] : [count(codings, 'coding')];
  return [ofExcerpts, ...ofCodings, count(transcripts, 'transcript'), count(persons, 'person')].join(' · ');
}
