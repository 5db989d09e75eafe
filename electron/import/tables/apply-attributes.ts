import type { AttributeKind } from '../../../db/model/attribute.ts';
import type { WriteHandle } from '../../../db/sql.ts';
import { findAttribute, insertAttribute, setAttributeValue } from '../../../db/tables/attributes.ts';
import { newAttributePrefix } from '../../ipc/contract/tables.ts';
import type { TableRow } from './csv-table.ts';
import { parseDay } from './days.ts';
import { attributePrefix } from './fields.ts';
import { toLine } from './row-effect.ts';

/**
 * Sets the attributes of a practitioner for which a row has a value; one that is to be new is made with the first. Throws
 * an error with a sentence when a value does not fit.
 */
export function applyAttributes(write: WriteHandle, row: TableRow, practitionerId: number): void {
  for (const [field, cell] of row.cells) {
    if (cell.trim() === '') continue;
    if (field.startsWith(attributePrefix)) {
      const attribute = findAttribute(write, field.slice(attributePrefix.length));
      if (attribute) setAttributeValue(write, attribute.id, practitionerId, toValue(cell, attribute.kind));
    }
    if (field.startsWith(newAttributePrefix)) {
      const name = toLine(field.slice(newAttributePrefix.length), 'name of the attribute');
      const id =
        findAttribute(write, name)?.id ?? insertAttribute(write, { name, kind: 'text', choices: [] });
      setAttributeValue(write, id, practitionerId, toValue(cell, 'text'));
    }
  }
}

/** Days and yes and no may be written in a table as people write them. */
function toValue(cell: string, kind: AttributeKind): string {
  const value = toLine(cell, 'value', 2_000);
  if (kind === 'date') return parseDay(value);
  if (kind !== 'yes or no') return value;
  const word = value.toLowerCase();
  if (yesWords.includes(word)) return 'yes';
  return noWords.includes(word) ? 'no' : value;
}

const yesWords = ['ja', 'j', 'oui', 'sí', 'si', 'sì', 'sim', 'tak', 'x', '✓', '✔'];
const noWords = ['nein', 'non', 'nej', 'nei', 'nee', 'não', 'nie', '–', '-'];
