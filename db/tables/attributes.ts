import { newGuid } from '../guid.ts';
import { type AttributeKind, attributeKinds, toAttributeValue } from '../model/attribute.ts';
import { integer, oneOf, query, type ReadHandle, text, type WriteHandle } from '../sql.ts';

/** What is noted of practitioners beyond role and seniority. */
const columns = { id: integer, name: text, kind: oneOf(attributeKinds), choices: text };
export type AttributeRow = { id: number; name: string; kind: AttributeKind; choices: string[] };

const select = 'SELECT id, name, kind, choices FROM attributes';
const allAttributes = query(columns, `${select} ORDER BY position, id`);
const byId = query(columns, `${select} WHERE id = ?`);
const byName = query(columns, `${select} WHERE name = ?`);
const lastPosition = query({ last: integer }, 'SELECT coalesce(max(position), -1) AS last FROM attributes');
const valueColumns = { attributeId: integer, practitionerId: integer, value: text };
const valueSelect =
  'SELECT attribute_id AS attributeId, practitioner_id AS practitionerId, value FROM attribute_values';
const allValues = query(valueColumns, `${valueSelect} ORDER BY practitioner_id, attribute_id`);
const valuesOfPractitioner = query(
  valueColumns,
  `${valueSelect} WHERE practitioner_id = ? ORDER BY attribute_id`,
);
const valuesOfAttribute = query(
  { practitionerId: integer, value: text, practitioner: text },
  `SELECT v.practitioner_id AS practitionerId, v.value, p.name AS practitioner FROM attribute_values v
   JOIN practitioners p ON p.id = v.practitioner_id WHERE v.attribute_id = ? ORDER BY p.id`,
);

/** Thrown when a value does not fit the kind of its attribute; the message is a sentence for people. */
export class AttributeError extends Error {}

/** Returns every attribute in the order of the study. */
export function listAttributes(read: ReadHandle): AttributeRow[] {
  return read.all(allAttributes).map(withChoices);
}

/** Returns the attribute with this id. Throws when there is none. */
export function getAttribute(read: ReadHandle, id: number): AttributeRow {
  return withChoices(read.get(byId, id));
}

/** Returns the attribute of this name, upper and lower case alike. */
export function findAttribute(read: ReadHandle, name: string): AttributeRow | undefined {
  const row = read.find(byName, name);
  return row && withChoices(row);
}

/** Returns all values of all practitioners. */
export function listAttributeValues(
  read: ReadHandle,
): { attributeId: number; practitionerId: number; value: string }[] {
  return read.all(allValues);
}

/** Returns the values of one practitioner by the attribute's id. */
export function listValuesOf(read: ReadHandle, practitionerId: number): Map<number, string> {
  return new Map(
    read.all(valuesOfPractitioner, practitionerId).map(({ attributeId, value }) => [attributeId, value]),
  );
}

export type AttributeFields = { name: string; kind: AttributeKind; choices: readonly string[] };

/** Adds an attribute behind the others and returns its id. Throws when the name is taken. */
export function insertAttribute(write: WriteHandle, { name, kind, choices }: AttributeFields): number {
  const position = write.get(lastPosition).last + 1;
  return write.insert('attributes', {
    guid: newGuid(),
    name,
    kind,
    choices: toJson(kind, choices),
    position,
  });
}

/**
 * Changes an attribute; values are spelled anew where the new kind spells them otherwise. Throws an AttributeError
 * when a value that is there does not fit, and when the name is taken.
 */
export function updateAttribute(
  write: WriteHandle,
  { id, name, kind, choices }: AttributeFields & { id: number },
): void {
  for (const { practitionerId, practitioner, value } of write.all(valuesOfAttribute, id)) {
    const fitting = toAttributeValue(kind, choices, value);
    if (fitting === undefined) {
      throw new AttributeError(
        `The value “${value}” of ${practitioner} is ${sayWhatIsMissing(kind, choices)}. Change it first, or choose another kind.`,
      );
    }
    if (fitting !== value) storeValue(write, id, practitionerId, fitting);
  }
  write.run(
    'UPDATE attributes SET name = ?, kind = ?, choices = ? WHERE id = ?',
    name,
    kind,
    toJson(kind, choices),
    id,
  );
}

/** Puts the attributes in this order; those that are not named follow in their former order. */
export function orderAttributes(write: WriteHandle, ids: readonly number[]): void {
  const others = listAttributes(write).filter(({ id }) => !ids.includes(id));
  [...ids, ...others.map(({ id }) => id)].forEach((id, position) => {
    write.run('UPDATE attributes SET position = ? WHERE id = ?', position, id);
  });
}

/** Deletes an attribute with its values. */
export function deleteAttribute(write: WriteHandle, id: number): void {
  write.run('DELETE FROM attributes WHERE id = ?', id);
}

/**
 * Sets the value of an attribute for a practitioner as it was written; an empty one takes it out. Throws an
 * AttributeError when it does not fit the attribute's kind.
 */
export function setAttributeValue(
  write: WriteHandle,
  attributeId: number,
  practitionerId: number,
  written: string,
): void {
  if (written.trim() === '') {
    write.run(
      'DELETE FROM attribute_values WHERE attribute_id = ? AND practitioner_id = ?',
      attributeId,
      practitionerId,
    );
    return;
  }
  const row = write.find(byId, attributeId);
  if (!row) throw new AttributeError('This attribute is not in the study any more.');
  const { name, kind, choices } = withChoices(row);
  const value = toAttributeValue(kind, choices, written);
  if (value === undefined) {
    throw new AttributeError(
      `“${written.trim()}” cannot be the value of ${name}: it is ${sayWhatIsMissing(kind, choices)}.`,
    );
  }
  storeValue(write, attributeId, practitionerId, value);
}

function storeValue(write: WriteHandle, attributeId: number, practitionerId: number, value: string): void {
  write.run(
    `INSERT INTO attribute_values (attribute_id, practitioner_id, value) VALUES (?, ?, ?)
     ON CONFLICT (attribute_id, practitioner_id) DO UPDATE SET value = excluded.value`,
    attributeId,
    practitionerId,
    value,
  );
}

function sayWhatIsMissing(kind: AttributeKind, choices: readonly string[]): string {
  switch (kind) {
    case 'text':
      return 'no text';
    case 'number':
      return 'no number, such as 3.5';
    case 'date':
      return 'no date, such as 2021-02-03';
    case 'yes or no':
      return 'neither yes nor no';
    case 'choice':
      return choices.length === 0
        ? 'no choice, for the attribute has none yet'
        : `none of the choices ${choices.map((choice) => `“${choice}”`).join(', ')}`;
  }
}

/** Only a choice has choices; other kinds forget them. */
function toJson(kind: AttributeKind, choices: readonly string[]): string {
  return JSON.stringify(kind === 'choice' ? [...new Set(choices)] : []);
}

function withChoices({
  choices,
  ...row
}: {
  id: number;
  name: string;
  kind: AttributeKind;
  choices: string;
}) {
  const parsed: unknown = JSON.parse(choices);
  const texts = Array.isArray(parsed) ? parsed.filter((one): one is string => typeof one === 'string') : [];
  return { ...row, choices: texts };
}
