import { z } from 'zod';
import { schemeSchema } from './scheme.ts';

/** The part of a JSON Schema that leads from a path to the fields known there. */
type SchemaNode = { properties?: Record<string, SchemaNode>; items?: SchemaNode };

/**
 * Returns the JSON Schema (2020-12) of a scheme as its author writes it: fields with a default may be left out.
 * Editors read it from `coding-schemes/scheme.schema.json`.
 */
export function toSchemeJsonSchema(): Record<string, unknown> {
  return { title: 'Casebench coding scheme', ...z.toJSONSchema(schemeSchema, { io: 'input' }) };
}

/** Returns the names of the fields a scheme may have at a path, such as `['stages', 2, 'preconditions', 0]`. */
export function listSchemeFields(path: readonly PropertyKey[]): string[] {
  // A JSON Schema node has many more keys; the two read here are objects wherever they occur in ours.
  let node = toSchemeJsonSchema() as SchemaNode | undefined;
  for (const key of path) {
    node = typeof key === 'number' ? node?.items : node?.properties?.[String(key)];
  }
  return Object.keys(node?.properties ?? {});
}
