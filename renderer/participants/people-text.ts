import type { Attribute, Practitioner } from '../../electron/ipc/contract/people.ts';
import { toCellText } from '../widgets/cell-text.ts';
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
  return [heads, ...rows].map((row) => row.map(toCellText).join('\t')).join('\n');
}
