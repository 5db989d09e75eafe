import { type ExcerptPlace, listExcerptPlaces } from '../../db/evidence.ts';
import type { StageInterval } from '../../db/model/placement.ts';
import type { RatingValue } from '../../db/model/rating.ts';
import { listPreconditions } from '../../db/model/scheme.ts';
import { type CompanyPlacement, getChosenRule, listCompanyPlacements } from '../../db/placements.ts';
import type { ReadHandle } from '../../db/sql.ts';
import { listRatings, type RatingRow } from '../../db/tables/ratings.ts';
import { getScheme } from '../../db/tables/schemes.ts';
import { getStudyRow } from '../../db/tables/studies.ts';
import { writeCsv } from './csv.ts';

/** One excerpt that a rating rests on, with its place: offsets in UTF-16 units of the transcript, end exclusive. */
export type MappedExcerpt = {
  quote: string;
  participants: string[];
  technique: string;
  transcript: string;
  date: string | null;
  time: string | null;
  start: number;
  end: number;
};

export type MappedCompany = {
  label: string;
  name: string;
  placement: number | null;
  computed: StageInterval;
  rationale: string;
  ratings: Record<string, RatingValue>;
  evidence: Record<string, { rationale: string; rater: string; excerpts: MappedExcerpt[] }>;
};

/** The case mapping: how each company stands on each precondition, why, and on whose words that rests. */
export type CaseMapping = {
  study: string;
  scheme: string;
  schemeVersion: string;
  rule: string;
  companies: MappedCompany[];
};

/** Returns the case mapping of a study. A precondition without a rating is `unknown`. */
export function buildMapping(read: ReadHandle): CaseMapping {
  const scheme = getScheme(read);
  const ratings = listRatings(read);
  const excerpts = new ExcerptIndex(read, ratings);
  return {
    study: getStudyRow(read).name,
    scheme: scheme.id,
    schemeVersion: scheme.version,
    rule: getChosenRule(read).id,
    companies: listCompanyPlacements(read).map((company) =>
      mapCompany(
        company,
        listPreconditions(scheme).map(({ id }) => id),
        ratings.filter(({ companyId }) => companyId === company.companyId),
        excerpts,
      ),
    ),
  };
}

/** Returns the mapping as JSON, indented, with a final line break. */
export function toMappingJson(mapping: CaseMapping): string {
  return `${JSON.stringify(mapping, null, 2)}\n`;
}

const mappingColumns = [
  'company',
  'company_name',
  'precondition',
  'precondition_name',
  'rating',
  'rationale',
  'rater',
  'excerpts',
  'quotes',
  'placement',
  'computed_low',
  'computed_high',
  'rule',
  'placement_rationale',
] as const;

/** Returns the mapping as CSV, one row for each company and precondition. */
export function toMappingCsv(mapping: CaseMapping, names: ReadonlyMap<string, string>): string {
  const rows = mapping.companies.flatMap((company) =>
    Object.entries(company.ratings).map(([precondition, rating]) => {
      const evidence = company.evidence[precondition];
      return {
        company: company.label,
        company_name: company.name,
        precondition,
        precondition_name: names.get(precondition) ?? '',
        rating,
        rationale: evidence?.rationale ?? '',
        rater: evidence?.rater ?? '',
        excerpts: evidence?.excerpts.length ?? 0,
        quotes: (evidence?.excerpts ?? []).map(describeExcerpt).join('\n'),
        placement: company.placement ?? '',
        computed_low: company.computed.low,
        computed_high: company.computed.high,
        rule: mapping.rule,
        placement_rationale: company.rationale,
      };
    }),
  );
  return writeCsv(mappingColumns, rows);
}

function mapCompany(
  company: CompanyPlacement,
  preconditions: readonly string[],
  ratings: readonly RatingRow[],
  excerpts: ExcerptIndex,
): MappedCompany {
  const byItem = new Map(ratings.map((rating) => [rating.itemRef, rating]));
  const rated = preconditions.flatMap((id) => byItem.get(id) ?? []);
  return {
    label: company.label,
    name: company.name,
    placement: company.placement,
    computed: company.computed,
    rationale: company.rationale,
    ratings: Object.fromEntries(preconditions.map((id) => [id, byItem.get(id)?.value ?? 'unknown'])),
    evidence: Object.fromEntries(
      rated.map(({ itemRef, rationale, coder, excerptIds }) => [
        itemRef,
        { rationale, rater: coder, excerpts: excerpts.list(excerptIds) },
      ]),
    ),
  };
}

/** The excerpts that ratings rest on; all of them, also one that lost its last coding. */
class ExcerptIndex {
  private readonly byId: Map<number, ExcerptPlace>;

  constructor(read: ReadHandle, ratings: readonly RatingRow[]) {
    const excerptIds = [...new Set(ratings.flatMap((rating) => rating.excerptIds))];
    this.byId = new Map(listExcerptPlaces(read, excerptIds).map((place) => [place.excerptId, place]));
  }

  list(excerptIds: readonly number[]): MappedExcerpt[] {
    return excerptIds
      .flatMap((id) => this.byId.get(id) ?? [])
      .map(({ quote, speakers, technique, transcript, date, time, start, end }) => ({
        quote,
        participants: speakers.map(({ participant }) => participant),
        technique,
        transcript,
        date,
        time,
        start,
        end,
      }));
  }
}

function describeExcerpt({ quote, participants, transcript, time }: MappedExcerpt): string {
  const place = [participants.join(', '), transcript, time].filter(Boolean).join(', ');
  return `“${quote}” (${place})`;
}
