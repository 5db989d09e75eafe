import { foldText } from '../../db/model/fold-text.ts';
import type { Evidence } from '../../electron/ipc/contract/codes.ts';

/** A row of the excerpts of a code: a company, or one coding with its position among the codings that are listed. */
export type SplitRow =
  | { kind: 'company'; id: string; company: string; codingIds: number[] }
  | { kind: 'coding'; id: string; coding: Evidence; position: number };

/** Returns the codings whose quote, comment or transcript holds every word, under their companies; they come sorted by company. */
export function toSplitRows(codings: readonly Evidence[], filter: string): SplitRow[] {
  const words = foldText(filter).split(' ').filter(Boolean);
  const rows: SplitRow[] = [];
  let company: (SplitRow & { kind: 'company' }) | undefined;
  let position = 0;
  for (const coding of codings) {
    const searched = foldText(`${coding.quote} ${coding.comment} ${coding.transcript}`);
    if (!words.every((word) => searched.includes(word))) continue;
    if (company?.company !== coding.company) {
      const id = `company:${coding.companyId}`;
      company = { kind: 'company', id, company: coding.company, codingIds: [] };
      rows.push(company);
    }
    company.codingIds.push(coding.id);
    rows.push({ kind: 'coding', id: `coding:${coding.id}`, coding, position: position++ });
  }
  return rows;
}
