import { subjectJoins } from './memos.ts';
import { foldAccents } from './model/fold-text.ts';
import { type MemoKind, type MemoSubject, memoSubjects } from './model/memo.ts';
import { integer, query, type ReadHandle, type SqlValue, text } from './sql.ts';
import { isShown, type ShownCoders, shownValues } from './tables/memos.ts';

/** Memos that are looked for by their words and by what they are on. */

export type MemoOrder = 'changed' | 'created' | 'subject';

export type MemoFilter = {
  kind?: MemoKind | undefined;
  on?: 'study' | MemoSubject | undefined;
  /** Memos that this coder wrote. */
  coderId?: number | undefined;
  /** Memos on a company, and on anything of it. */
  companyId?: number | undefined;
  /** Words that all occur in the title or the text; accents and case do not matter. */
  search?: string | undefined;
  coderIds?: ShownCoders;
  order: MemoOrder;
};

const orders: Record<MemoOrder, string> = {
  changed: 'coalesce(m.changed_at, m.written_at) DESC, m.id DESC',
  created: 'm.written_at DESC, m.id DESC',
  subject: `CASE ${memoSubjects.map((on, rank) => `WHEN m.${on}_id IS NOT NULL THEN ${rank + 1}`).join(' ')} ELSE 0 END,
    co.position, co.label, tr.name, e.start_offset, c.kind = 'open', c.position, c.name, p.name, m.id`,
};

/** Returns the ids of the memos that fit, in their order, and how many there are without the filter. */
export function findMemos(read: ReadHandle, filter: MemoFilter): { ids: number[]; total: number } {
  const shown = shownValues(filter.coderIds);
  const all = query({ total: integer }, `SELECT count(*) AS total FROM memos m WHERE ${isShown}`);
  const { where, values } = writeConditions(filter);
  const from = `FROM memos m ${subjectJoins} WHERE ${isShown}${where} ORDER BY ${orders[filter.order]}`;
  const words = foldAccents(filter.search ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const { total } = read.get(all, ...shown);
  if (words.length === 0) {
    const rows = read.all(query({ id: integer }, `SELECT m.id ${from}`), ...shown, ...values);
    return { ids: rows.map(({ id }) => id), total };
  }
  const ids: number[] = [];
  const searched = query({ id: integer, title: text, text }, `SELECT m.id, m.title, m.text ${from}`);
  for (const memo of read.iterate(searched, ...shown, ...values)) {
    const folded = foldAccents(`${memo.title}\n${memo.text}`);
    if (words.every((word) => folded.includes(word))) ids.push(memo.id);
  }
  return { ids, total };
}

function writeConditions({ kind, on, coderId, companyId }: MemoFilter): {
  where: string;
  values: SqlValue[];
} {
  const conditions: [string, SqlValue][] = [];
  if (kind !== undefined) conditions.push(['m.kind = ?', kind]);
  if (coderId !== undefined) conditions.push(['m.coder_id = ?', coderId]);
  if (companyId !== undefined) conditions.push(['co.id = ?', companyId]);
  const ids = memoSubjects.map((subject) => `m.${subject}_id`);
  const onWhat =
    on === undefined
      ? ''
      : on === 'study'
        ? ` AND coalesce(${ids.join(', ')}) IS NULL`
        : ` AND m.${on}_id IS NOT NULL`;
  return {
    where: `${conditions.map(([sql]) => ` AND ${sql}`).join('')}${onWhat}`,
    values: conditions.map(([, value]) => value),
  };
}
