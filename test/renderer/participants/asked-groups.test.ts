import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { listSchemeItems, schemeSchema } from '../../../db/model/scheme.ts';
import { resourceFolders } from '../../../electron/resource-folders.ts';
import {
  countAsked,
  describeAsked,
  findAskedGroups,
  listAskedGroups,
  setItems,
} from '../../../renderer/participants/asked-groups.ts';

const scheme = schemeSchema.parse(
  parse(readFileSync(join(resourceFolders().schemes, 'mlops-maturity-2021.yaml'), 'utf8')),
);
const groups = listAskedGroups(scheme);
const all = listSchemeItems(scheme).map(({ id }) => id);

describe('the items that may have been asked', () => {
  it('stand by pipeline and then by stage, each item once', () => {
    expect(groups.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(all);
    expect(groups[0]?.title).toMatch(/^D \S/);
    expect(groups.at(-1)?.title).toMatch(/^Stage 4 \S/);
  });

  it('are found by id, by words of their names and by the title of their group', () => {
    const [first] = groups;
    const idsOf = (search: string) =>
      findAskedGroups(groups, search).flatMap(({ items }) => items.map(({ id }) => id));
    expect(idsOf('version DATA')).toContain('D5');
    expect(idsOf('stage 1').length).toBeGreaterThan(0);
    expect(idsOf(first?.title ?? '')).toContain('D1');
    expect(idsOf('no such words')).toEqual([]);
    expect(idsOf(' ')).toEqual(all);
  });
});

describe('what was asked', () => {
  it('is all, some or none of a group', () => {
    const group = {
      id: 'D',
      title: 'D Data',
      items: [
        { id: 'D1', name: '' },
        { id: 'D2', name: '' },
      ],
    };
    expect(countAsked(group, new Set(['D1', 'D2', '1.1']))).toBe('all');
    expect(countAsked(group, new Set(['D1']))).toBe('some');
    expect(countAsked(group, new Set(['1.1']))).toBe('none');
  });

  it('changes by the items that are ticked or not', () => {
    expect([...setItems(new Set(['D1']), ['D2', 'D1'], true)]).toEqual(['D1', 'D2']);
    expect([...setItems(new Set(['D1', 'D2']), ['D1'], false)]).toEqual(['D2']);
  });

  it('is said in a row as a number of all', () => {
    expect(describeAsked(['D1', 'D2'], groups)).toBe(`2 of ${all.length} items`);
    expect(describeAsked(all, groups)).toBe(`all ${all.length} items`);
    expect(describeAsked([], groups)).toBe('');
  });
});
