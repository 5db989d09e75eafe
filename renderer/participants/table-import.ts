import {
  newAttributePrefix,
  type PeopleTable,
  type TableLook,
  type TableRowOutcome,
} from '../../electron/ipc/contract/tables.ts';

export type RowOutcome = TableRowOutcome['outcome'];
export type OutcomeCounts = Record<RowOutcome, number>;

/** The tables by what the researcher calls them, and what one row of each is. */
export const tableNames: Record<PeopleTable, { name: string; one: string; many: string }> = {
  participants: { name: 'Participants', one: 'person', many: 'people' },
  sessions: { name: 'Sessions', one: 'session', many: 'sessions' },
  companies: { name: 'Companies', one: 'company', many: 'companies' },
};

export function countOutcomes(outcomes: readonly TableRowOutcome[]): OutcomeCounts {
  const counts: OutcomeCounts = { added: 0, changed: 0, same: 0, refused: 0 };
  for (const { outcome } of outcomes) counts[outcome] += 1;
  return counts;
}

/** Returns the words of the button: `Add 14 people, change 3`. */
export function describeApply(table: PeopleTable, { added, changed }: OutcomeCounts): string {
  const { one, many } = tableNames[table];
  const noun = (number: number) => `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
  if (added === 0) return changed === 0 ? 'Apply' : `Change ${noun(changed)}`;
  return changed === 0 ? `Add ${noun(added)}` : `Add ${noun(added)}, change ${changed.toLocaleString('en')}`;
}

/**
 * Returns why there is nothing to apply, or else what the rows that are refused need; undefined when all is well.
 */
export function explainOutcomes(
  look: TableLook,
  fields: readonly (string | null)[],
  counts: OutcomeCounts,
): string | undefined {
  const rows = counts.added + counts.changed + counts.same + counts.refused;
  const needed = look.fields.find(({ isNeeded }) => isNeeded);
  const isIdColumn = (field: string | null) => field?.startsWith('ids:') ?? false;
  const isMapped = fields.some((field) => field === needed?.field || isIdColumn(field));
  if (rows === 0) return 'The table has heads and no rows.';
  if (counts.refused === rows && !isMapped && needed)
    return `Choose which column holds: ${needed.name.toLowerCase()}.`;
  if (counts.refused === rows) return 'Every row is refused; the list says why.';
  if (counts.refused > 0) {
    const words =
      counts.refused === 1 ? '1 row is refused and left' : `${counts.refused} rows are refused and left`;
    return `${words} out.`;
  }
  return counts.added + counts.changed === 0
    ? 'Nothing to do: the study holds all of it already.'
    : undefined;
}

/** Returns what is said after a table was applied: `3 people were added, 1 was changed.` */
export function describeApplied(table: PeopleTable, counts: OutcomeCounts): string {
  const { one, many } = tableNames[table];
  const parts = (['added', 'changed'] as const)
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => {
      const number = counts[outcome];
      return `${number} ${number === 1 ? `${one} was` : `${many} were`} ${outcome}`;
    });
  return `${parts.join(', ')}.`;
}

/** Returns the fields of all columns after one of them was given another: a field is held by one column alone. */
export function assignField(
  fields: readonly (string | null)[],
  column: number,
  field: string | null,
): (string | null)[] {
  return fields.map((former, at) => (at === column ? field : former === field ? null : former));
}

export type FieldGroup = { group: string; items: { value: string; label: string }[] };

/** Returns what a column may hold, in groups: known fields, ids by technique, attributes, and one made of the column. */
export function listFieldGroups(table: PeopleTable, look: TableLook, column: number): FieldGroup[] {
  const head = look.columns[column] ?? '';
  const items = (wanted: (field: string) => boolean) =>
    look.fields
      .filter(({ field }) => wanted(field))
      .map(({ field, name }) => ({ value: field, label: name }));
  const isIds = (field: string) => field.startsWith('ids:');
  const isAttribute = (field: string) => field.startsWith('attribute:');
  const proposed = look.proposed[column];
  const made = proposed?.startsWith(newAttributePrefix) ? proposed : `${newAttributePrefix}${head}`;
  const newOne = { value: made, label: `New attribute “${made.slice(newAttributePrefix.length)}”` };
  const groups = [
    { group: tableNames[table].name, items: items((field) => !isIds(field) && !isAttribute(field)) },
    { group: 'Ids of one technique', items: items(isIds) },
    {
      group: 'Attributes',
      items: [...items(isAttribute), ...(table === 'participants' && look.hasHeads ? [newOne] : [])],
    },
  ];
  return groups.filter((group) => group.items.length > 0);
}
