import { type Claim, listClaims } from '../../db/claims.ts';
import type { ReadHandle } from '../../db/sql.ts';
import { listCodes } from '../../db/tables/codes.ts';
import { listCompanies } from '../../db/tables/companies.ts';
import { getStudyRow } from '../../db/tables/studies.ts';
import { listTechniques } from '../../db/tables/techniques.ts';
import { type Cell, writeCsv } from './csv.ts';

export type TriangulationTable = {
  study: string;
  techniques: { letter: string; name: string }[];
  claims: (Omit<Claim, 'companyId' | 'codeId' | 'itemRef'> & {
    company: string;
    code: string;
    codeName: string;
  })[];
};

/** Returns every claim of a study that anybody speaks of, by company and in the order of the scheme. */
export function buildTriangulation(read: ReadHandle): TriangulationTable {
  const codes = listCodes(read);
  const companies = listCompanies(read);
  const codeOrder = new Map(codes.map(({ id }, index) => [id, index]));
  const companyOrder = new Map(companies.map(({ id }, index) => [id, index]));
  const rank = (claim: Claim) =>
    (companyOrder.get(claim.companyId) ?? 0) * codes.length + (codeOrder.get(claim.codeId) ?? 0);
  const names = new Map(
    codes.map(({ id, itemRef, name }) => [id, { code: itemRef ?? name, codeName: name }]),
  );
  const labels = new Map(companies.map(({ id, label }) => [id, label]));
  return {
    study: getStudyRow(read).name,
    techniques: listTechniques(read).map(({ letter, name }) => ({ letter, name })),
    claims: listClaims(read)
      .sort((left, right) => rank(left) - rank(right))
      .map(({ companyId, codeId, itemRef: _, ...claim }) => ({
        company: labels.get(companyId) ?? '',
        ...(names.get(codeId) ?? { code: '', codeName: '' }),
        ...claim,
      })),
  };
}

/** Returns the claims as JSON, indented, with a final line break. */
export function toTriangulationJson(table: TriangulationTable): string {
  return `${JSON.stringify(table, null, 2)}\n`;
}

/** Returns the claims as CSV, with one column of persons for each technique. */
export function toTriangulationCsv(table: TriangulationTable): string {
  const letters = table.techniques.map(({ letter }) => letter);
  const columns = [
    ...['company', 'code', 'code_name', 'degree', 'persons', 'techniques'],
    ...letters.map(toPersonsColumn),
    ...[
      'roles',
      'sessions',
      'coders',
      'codings',
      'data',
      'method',
      'independent',
      'within',
      'conflict',
      'self',
    ],
    ...['coder_agreement', 'reason'],
  ];
  return writeCsv(
    columns,
    table.claims.map((claim) => toRow(claim, letters)),
  );
}

type TableClaim = TriangulationTable['claims'][number];

function toRow(
  { byTechnique, techniques, codeName, coderAgreement, ...rest }: TableClaim,
  letters: string[],
) {
  const persons = letters.map((letter): [string, number] => [
    toPersonsColumn(letter),
    byTechnique.find(({ technique }) => technique === letter)?.persons ?? 0,
  ]);
  const row: Record<string, Cell> = {
    ...rest,
    code_name: codeName,
    techniques: techniques.join(' '),
    coder_agreement: coderAgreement,
    ...Object.fromEntries(persons),
  };
  return row;
}

function toPersonsColumn(letter: string): string {
  return `persons_${letter}`;
}
