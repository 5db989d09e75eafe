import { isCalendarDay } from '../../../db/model/calendar-day.ts';
import { isPlacement } from '../../../db/model/placement.ts';
import { findRatingValue, ratingValues } from '../../../db/model/rating.ts';
import { getHighestStage, getStageRule, listPreconditions } from '../../../db/model/scheme.ts';
import type { WriteHandle } from '../../../db/sql.ts';
import { ensureCoder, listCoders } from '../../../db/tables/coders.ts';
import { findCompany } from '../../../db/tables/companies.ts';
import { listPlacements, savePlacement } from '../../../db/tables/placements.ts';
import { listRatings, type RatingRow, saveRating } from '../../../db/tables/ratings.ts';
import { getScheme } from '../../../db/tables/schemes.ts';
import { setStudyRule } from '../../../db/tables/studies.ts';
import type { ExcerptsByCodingId } from './apply-codings.ts';
import type { Mistakes } from './apply-mistakes.ts';
import { cellOf, hasColumn, type Table, type TableRow } from './csv-table.ts';

/**
 * Sets ratings: columns company, precondition, rating, and if wanted rater, rationale, and codings, which
 * lists ids of the codings applied in the same call, separated by blanks. A rating that was set before keeps its
 * rationale and its excerpts when the table has no column for them.
 */
export function applyRatings(
  write: WriteHandle,
  table: Table,
  excerpts: ExcerptsByCodingId,
  mistakes: Mistakes,
): void {
  const known = new Set(listPreconditions(getScheme(write)).map(({ id }) => id));
  const before = new Map(listRatings(write).map((rating) => [keyOf(rating), rating]));
  for (const row of table.rows) {
    mistakes.collect(table, row, () => {
      const itemRef = cellOf(row, 'precondition');
      const value = findRatingValue(cellOf(row, 'rating'));
      if (!known.has(itemRef)) throw new Error(`the scheme has no precondition “${itemRef}”`);
      if (!value)
        throw new Error(`“${cellOf(row, 'rating')}” is no rating; write one of ${ratingValues.join(', ')}`);
      const companyId = findCompanyOf(write, row);
      const former = before.get(keyOf({ companyId, itemRef }));
      saveRating(write, {
        companyId,
        itemRef,
        value,
        rationale: hasColumn(row, 'rationale') ? cellOf(row, 'rationale') : (former?.rationale ?? ''),
        coderId: findRater(write, row),
        excerptIds: hasColumn(row, 'codings') ? findExcerpts(row, excerpts) : (former?.excerptIds ?? []),
      });
    });
  }
}

/** Places companies: columns company, placement, and if wanted rationale, date, rule, rater. */
export function applyPlacements(write: WriteHandle, table: Table, mistakes: Mistakes): void {
  const scheme = getScheme(write);
  const highest = getHighestStage(scheme);
  for (const row of table.rows) {
    mistakes.collect(table, row, () => {
      const value = Number(cellOf(row, 'placement') || Number.NaN);
      const date = cellOf(row, 'date');
      const rule = cellOf(row, 'rule');
      if (!isPlacement(value, highest)) {
        throw new Error(`“${cellOf(row, 'placement')}” is no placement; write 0, 0.5, 1 … up to ${highest}`);
      }
      if (date !== '' && !isCalendarDay(date))
        throw new Error(`“${date}” is no date; write it as 2021-03-31`);
      if (rule !== '' && getStageRule(scheme, rule).id !== rule) {
        throw new Error(
          `the scheme has no rule “${rule}”; it has ${scheme.rules.map(({ id }) => id).join(', ')}`,
        );
      }
      const companyId = findCompanyOf(write, row);
      const former = listPlacements(write).find((placement) => placement.companyId === companyId);
      savePlacement(write, {
        companyId,
        value,
        rationale: hasColumn(row, 'rationale') ? cellOf(row, 'rationale') : (former?.rationale ?? ''),
        date: hasColumn(row, 'date') ? date || null : (former?.date ?? null),
        coderId: findRater(write, row),
      });
      if (rule !== '') setStudyRule(write, rule);
    });
  }
}

function keyOf({ companyId, itemRef }: Pick<RatingRow, 'companyId' | 'itemRef'>): string {
  return `${companyId} ${itemRef}`;
}

function findCompanyOf(write: WriteHandle, row: TableRow): number {
  const company = findCompany(write, cellOf(row, 'company'));
  if (!company) throw new Error(`the company “${cellOf(row, 'company')}” is not in the study`);
  return company.id;
}

function findRater(write: WriteHandle, row: TableRow): number {
  const name = cellOf(row, 'rater') || cellOf(row, 'coder');
  if (name !== '') return ensureCoder(write, name);
  return listCoders(write)[0]?.id ?? ensureCoder(write, 'Researcher');
}

function findExcerpts(row: TableRow, excerpts: ExcerptsByCodingId): number[] {
  const ids = cellOf(row, 'codings')
    .split(/[\s;,]+/)
    .filter((id) => id !== '');
  return ids.map((id) => {
    const excerpt = excerpts.get(id);
    if (excerpt === undefined) {
      throw new Error(`it rests on the coding “${id}”, which is not in the codings table of this call`);
    }
    return excerpt;
  });
}
