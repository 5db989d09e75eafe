import type { Attribute, Practitioner } from '../../electron/ipc/contract/people.ts';
import { listIdsOf } from './participant-ids.ts';

/**
 * Returns all practitioners as a table for a spreadsheet: cells divided by tabs, rows by line ends, under heads that the
 * import of a table recognises.
 */
export function toPeopleText(
  practitioners: readonly Practitioner[],
  techniques: readonly { letter: string; name: string }[],
  attributes: readonly Attribute[],
): string {
  const heads = [
    'Company',
    'Name',
    'Role',
    'Seniority',
    ...techniques.map(({ name }) => `${name} ids`),
    ...attributes.map(({ name }) => `attribute: ${name}`),
  ];
  const rows = practitioners.map((one) => [
    one.company,
    one.name,
    one.role,
    one.seniority,
    ...techniques.map(({ letter }) =>
      listIdsOf(one, letter)
        .map(({ label }) => label)
        .join(', '),
    ),
    ...attributes.map(({ id }) => one.attributes[String(id)] ?? ''),
  ]);
  return [heads, ...rows].map((row) => row.map(toCell).join('\t')).join('\n');
}

/**
 * A cell with tabs, line ends or a quote at its beginning stands in quotes, as spreadsheets copy it. What a spreadsheet
 * would take for a formula gets an apostrophe, which it shows as text.
 */
function toCell(text: string): string {
  const safe = /^(?:[=+@]|-\D)/.test(text) ? `'${text}` : text;
  return /[\t\n]|^"/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
