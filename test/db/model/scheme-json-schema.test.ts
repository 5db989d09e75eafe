import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listSchemeFields, toSchemeJsonSchema } from '../../../db/model/scheme-json-schema.ts';

const file = resolve(import.meta.dirname, '../../../coding-schemes/scheme.schema.json');

/** Puts lists of plain values on one line, as the formatter of this project does. */
function toFormattedJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(/\[\s+([^[\]{}]+?)\s+\]/g, (list, entries: string) => {
    const line = `[${entries.replace(/\s*\n\s*/g, ' ')}]`;
    return line.length < 80 ? line : list;
  })}\n`;
}

describe('the JSON Schema of a scheme', () => {
  it('is the one that editors find beside the scheme files', async () => {
    await expect(toFormattedJson(toSchemeJsonSchema())).toMatchFileSnapshot(file);
  });

  it('asks only for what has no default, and for nothing unknown', () => {
    expect(toSchemeJsonSchema()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      additionalProperties: false,
      required: ['id', 'version', 'name', 'pipelines', 'stages', 'ratingBounds', 'rules'],
    });
  });

  it('tells the fields at any place of a scheme', () => {
    expect(listSchemeFields(['stages', 3, 'preconditions', 0])).toEqual([
      'id',
      'name',
      'definition',
      'references',
    ]);
    expect(listSchemeFields(['supports', 'links', 0])).toEqual(['precondition', 'activities']);
    expect(listSchemeFields(['nowhere', 0])).toEqual([]);
  });
});
