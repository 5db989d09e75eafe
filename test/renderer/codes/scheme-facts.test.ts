import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { schemeSchema } from '../../../db/model/scheme.ts';
import { resourceFolders } from '../../../electron/resource-folders.ts';
import { findSchemeFacts } from '../../../renderer/codes/scheme-facts.ts';

const file = join(resourceFolders().schemes, 'mlops-maturity-2021.yaml');
const scheme = schemeSchema.parse(parse(readFileSync(file, 'utf8')));

describe('what the scheme says of an item', () => {
  it('is its pipeline and the works it rests on', () => {
    const facts = findSchemeFacts(scheme, 'D1');
    expect(facts?.group.name).toBe('Data pipeline');
    expect(facts?.references.map(({ id }) => id)).toEqual(['32', '31', '41']);
    expect(facts?.references[1]?.text).toMatch(/^Perspecta\. MLOps\. https:/);
  });

  it('is the stage of a precondition with what becomes better there', () => {
    const facts = findSchemeFacts(scheme, '2.1');
    expect(facts?.group.name).toMatch(/^Stage 2: /);
    expect(facts?.group.texts.map(({ label }) => label)).toContain('Becomes');
  });

  it('is nothing for an id that the scheme does not have', () => {
    expect(findSchemeFacts(scheme, 'Z9')).toBeUndefined();
  });
});
