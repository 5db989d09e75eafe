import { type Status, statuses } from '../../db/model/coding.ts';
import type { Claim } from '../../electron/ipc/contract/maturity.ts';
import type { EvidenceRequest } from '../state/desk.ts';
import { listClaimMarks } from '../widgets/claim-marks.ts';
import {
  type ClaimIndex,
  type CompanyColumn,
  countSpokenOf,
  countTriangulated,
  findClaim,
  type MatrixColumn,
  type MatrixRow,
  readTechniqueCell,
  titleOfCode,
} from './matrix-view.ts';

/** What a cell says in words, and the evidence behind it (null where there is none to open). */
export type CellWords = { label: string; detail: string; evidence: EvidenceRequest | null };

/** Returns the statuses in their fixed order, from in place to not stated. */
export function sortStatuses(found: readonly Status[]): Status[] {
  return statuses.filter((status) => found.includes(status));
}

/** Returns the words of the cell where row and column meet. */
export function describeCell(row: MatrixRow, column: MatrixColumn, index: ClaimIndex): CellWords {
  if (column.kind === 'item') return describeRowHead(row);
  return row.kind === 'group' ? describeGroupCell(row, column, index) : describeItemCell(row, column, index);
}

/** Returns the words of a column head: a company, or one of its techniques; `codeIds` are the items shown. */
export function describeColumnHead(column: CompanyColumn, codeIds: number[]): CellWords {
  const { company } = column;
  const filter = { companyId: company.id, codeIds };
  if (column.kind === 'degree') {
    const label = `Company ${company.label}, ${company.name}`;
    return { label, detail: `${label}: all evidence`, evidence: { title: nameCompany(column), filter } };
  }
  const { technique, isStudied } = column;
  const label = `${technique.name} in company ${company.label}`;
  if (!isStudied) return { label: `${label}: not studied`, detail: `${label}: no session`, evidence: null };
  const evidence = {
    title: `${nameCompany(column)}: ${technique.name}`,
    filter: { ...filter, techniques: [technique.letter] },
  };
  return { label, detail: `${label}: all evidence`, evidence };
}

function describeRowHead(row: MatrixRow): CellWords {
  if (row.kind === 'group') {
    const { title, codes } = row.group;
    return {
      label: `${title}, ${countOf(codes.length, 'item')}`,
      detail: `${title}: ${row.isOpen ? 'fold' : 'unfold'} with Enter`,
      evidence: null,
    };
  }
  const { code } = row;
  const title = titleOfCode(code);
  return {
    label: title,
    detail: code.definition === '' ? title : `${title}. ${code.definition}`,
    evidence: { title, filter: { codeIds: [code.id] } },
  };
}

function describeGroupCell(
  { group }: Extract<MatrixRow, { kind: 'group' }>,
  column: CompanyColumn,
  index: ClaimIndex,
): CellWords {
  const { company } = column;
  const filter = { companyId: company.id, codeIds: group.codes.map(({ id }) => id) };
  const place = `Company ${company.label}, ${group.title}`;
  if (column.kind === 'degree') {
    const { items } = countSpokenOf(group, index, company.id);
    const label = `${place}: ${countTriangulated(group, index, company.id)} of ${items} items have degree 2 or more`;
    return { label, detail: label, evidence: { title: `${company.label} · ${group.title}`, filter } };
  }
  const { technique, isStudied } = column;
  if (!isStudied) return describeNotStudied(place, technique.name, company.label);
  const { spokenOf, items } = countSpokenOf(group, index, company.id, technique.letter);
  const label = `${place}, ${technique.name}: ${spokenOf} of ${items} items spoken of`;
  const evidence = {
    title: `${company.label} · ${group.title} · ${technique.name}`,
    filter: { ...filter, techniques: [technique.letter] },
  };
  return { label, detail: label, evidence };
}

function describeItemCell(
  { code }: Extract<MatrixRow, { kind: 'item' }>,
  column: CompanyColumn,
  index: ClaimIndex,
): CellWords {
  const { company } = column;
  const claim = findClaim(index, company.id, code.id);
  const place = `Company ${company.label}, ${titleOfCode(code)}`;
  const filter = { companyId: company.id, codeIds: [code.id] };
  if (column.kind === 'degree') {
    const label = `${place}: ${describeClaim(claim)}`;
    return { label, detail: label, evidence: { title: `${company.label} · ${titleOfCode(code)}`, filter } };
  }
  const { technique, isStudied } = column;
  const cell = readTechniqueCell(claim, technique.letter, isStudied);
  if (cell.kind === 'not studied') return describeNotStudied(place, technique.name, company.label);
  const evidence = {
    title: `${company.label} · ${titleOfCode(code)} · ${technique.name}`,
    filter: { ...filter, techniques: [technique.letter] },
  };
  if (cell.kind === 'silent') {
    const label = `${place}, ${technique.name}: silent`;
    return { label, detail: `${label}; there are sessions, but nobody speaks of it`, evidence };
  }
  const { persons, codings, participants } = cell.share;
  const said = sortStatuses(cell.share.statuses).join(', ');
  const label = `${place}, ${technique.name}: ${countOf(persons, 'practitioner')}, ${said}`;
  const who = participants.length > 0 ? ` (${participants.join(', ')})` : '';
  return { label, detail: `${label}${who}; ${countOf(codings, 'coding')}`, evidence };
}

/** Returns the degree of a claim with its reason and its marks in sentences. */
export function describeClaim(claim: Claim | undefined): string {
  if (!claim) return 'degree 0. Nobody speaks of it.';
  const marks = listClaimMarks(claim).map(({ meaning }) => meaning);
  return [`degree ${claim.degree}. ${claim.reason}`, ...marks].join(' ');
}

function describeNotStudied(place: string, technique: string, company: string): CellWords {
  const label = `${place}, ${technique}: not studied`;
  return { label, detail: `${label}; company ${company} has no such session`, evidence: null };
}

const nameCompany = ({ company }: CompanyColumn) => `Company ${company.label}, ${company.name}`;

const countOf = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
