import { newGuid } from '../guid.ts';
import { integer, nullable, query, type ReadHandle, type RowOf, text, type WriteHandle } from '../sql.ts';

/** What a researcher holds of one company under one code: a cell of the framework matrix. */
const columns = { companyId: integer, codeId: integer, text, coderId: nullable(integer), changedAt: text };
export type SummaryRow = RowOf<typeof columns>;

const select =
  'SELECT company_id AS companyId, code_id AS codeId, text, coder_id AS coderId, changed_at AS changedAt FROM summaries';
const allSummaries = query(columns, `${select} ORDER BY company_id, code_id`);
const ofCell = query({ id: integer }, 'SELECT id FROM summaries WHERE company_id = ? AND code_id = ?');

/** Returns every summary. */
export function listSummaries(read: ReadHandle): SummaryRow[] {
  return read.all(allSummaries);
}

/**
 * Keeps the summary of a company under a code in the place of the former one. A text of white space alone takes the
 * summary back.
 */
export function saveSummary(
  write: WriteHandle,
  summary: { companyId: number; codeId: number; text: string; coderId: number },
): void {
  const { companyId, codeId, coderId } = summary;
  const words = summary.text.trim();
  const known = write.find(ofCell, companyId, codeId);
  if (words === '') {
    if (known) write.run('DELETE FROM summaries WHERE id = ?', known.id);
    return;
  }
  const changedAt = new Date().toISOString();
  if (known) {
    write.run(
      'UPDATE summaries SET text = ?, coder_id = ?, changed_at = ? WHERE id = ?',
      words,
      coderId,
      changedAt,
      known.id,
    );
    return;
  }
  write.insert('summaries', { guid: newGuid(), companyId, codeId, text: words, coderId, changedAt });
}
