import type { ReadHandle, WriteHandle } from '../../../db/sql.ts';
import {
  ensureCompany,
  findCompany,
  getCompany,
  insertCompany,
  updateCompany,
} from '../../../db/tables/companies.ts';
import { cellOf, hasColumn, type TableRow } from './csv-table.ts';
import { type Facts, listChanges, quote, type RowEffect, toLine } from './row-effect.ts';

/**
 * Adds or changes a company: columns label, and if wanted name, description. A company that is there keeps what the
 * row says nothing of.
 */
export function applyCompanyRow(write: WriteHandle, row: TableRow): RowEffect {
  const name = toLine(cellOf(row, 'name'), 'name');
  const label = cellOf(row, 'label') || name;
  if (label === '') throw new Error('the label of the company is missing; write a short one such as A');
  const known = findCompany(write, label);
  const before = known && readFacts(write, known.id);
  const id = known?.id ?? insertCompany(write, { label: toCompanyLabel(label), name: name || label });
  const present = getCompany(write, id);
  updateCompany(write, {
    id,
    label: present.label,
    name: name || present.name,
    definition:
      hasColumn(row, 'description') && cellOf(row, 'description') !== ''
        ? toLine(cellOf(row, 'description'), 'description', 10_000)
        : present.definition,
  });
  return {
    about: present.label,
    isNew: !known,
    changes: listChanges(before, readFacts(write, id)),
    remarks: [],
  };
}

/**
 * Returns the company of this label or name; makes it when it is new, and names it when it has no name but its label.
 * The changes say so, for a misspelt label makes a company that nobody wanted.
 */
export function ensureCompanyOf(
  write: WriteHandle,
  label: string,
  name: string,
): { id: number; changes: string[] } {
  const known = findCompany(write, label);
  const id = ensureCompany(write, known ? label : toCompanyLabel(label), toLine(name, 'company name'));
  if (!known) return { id, changes: [`company ${quote(label)} is new`] };
  const named = getCompany(write, id).name;
  return {
    id,
    changes: named === known.name ? [] : [`company ${quote(known.label)} is named ${quote(named)}`],
  };
}

function toCompanyLabel(label: string): string {
  if (label.length <= 40) return toLine(label, 'label of the company');
  throw new Error(
    `${quote(label)} is too long for the label of a company; write a short one such as A, and the name in a column of its own`,
  );
}

function readFacts(read: ReadHandle, id: number): Facts {
  const { label, name, definition } = getCompany(read, id);
  return [
    ['label', label],
    ['name', name],
    ['description', definition],
  ];
}
