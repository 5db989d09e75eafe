import { describe, expect, it } from 'vitest';
import type { AttributeKind } from '../../../db/model/attribute.ts';
import type { Study } from '../../../db/study.ts';
import {
  AttributeError,
  deleteAttribute,
  findAttribute,
  insertAttribute,
  listAttributes,
  listValuesOf,
  orderAttributes,
  setAttributeValue,
  updateAttribute,
} from '../../../db/tables/attributes.ts';
import { ensureCompany } from '../../../db/tables/companies.ts';
import { insertPractitioner } from '../../../db/tables/practitioners.ts';
import { countRows, dumpTables, makeOpenStudy } from '../../support/study.ts';

/** A study with the practitioner Anna (1) and one attribute (1). */
function makeStudy(kind: AttributeKind, choices: string[] = []): Study {
  const study = makeOpenStudy();
  study.transact({ label: 'Make' }, (write) => {
    const companyId = ensureCompany(write, 'A');
    insertPractitioner(write, { companyId, name: 'Anna', role: '', seniority: '' });
    insertAttribute(write, { name: 'Trait', kind, choices });
  });
  return study;
}

function setValue(study: Study, value: string): string | undefined {
  study.transact({ label: 'Set' }, (write) => setAttributeValue(write, 1, 1, value));
  return listValuesOf(study.read, 1).get(1);
}

describe('the value of an attribute', () => {
  it.each<[AttributeKind, string, string]>([
    ['text', ' as it is written ', 'as it is written'],
    ['number', '3,5', '3.5'],
    ['number', '-12', '-12'],
    ['number', '1000,5', '1000.5'],
    ['date', '2021-02-03', '2021-02-03'],
    ['yes or no', 'Y', 'yes'],
    ['yes or no', 'FALSE', 'no'],
    ['choice', 'SENIOR', 'senior'],
  ])('of the kind %s, written as “%s”, is stored as “%s”', (kind, written, stored) => {
    expect(setValue(makeStudy(kind, ['junior', 'senior']), written)).toBe(stored);
  });

  it.each<[AttributeKind, string, string]>([
    ['number', '1,000', '“1,000” cannot be the value of Trait: it is no number, such as 3.5.'],
    ['number', 'many', '“many” cannot be the value of Trait: it is no number, such as 3.5.'],
    ['date', '3.2.2021', '“3.2.2021” cannot be the value of Trait: it is no date, such as 2021-02-03.'],
    ['yes or no', 'perhaps', '“perhaps” cannot be the value of Trait: it is neither yes nor no.'],
    ['choice', 'boss', '“boss” cannot be the value of Trait: it is none of the choices “junior”, “senior”.'],
  ])('of the kind %s cannot be “%s”', (kind, written, sentence) => {
    const study = makeStudy(kind, ['junior', 'senior']);
    expect(() => setValue(study, written)).toThrow(new AttributeError(sentence));
    expect(countRows(study.read, 'attribute_values')).toBe(0);
  });

  it('goes when it is emptied, and with its attribute', () => {
    const study = makeStudy('text');
    setValue(study, 'x');
    expect(setValue(study, ' ')).toBeUndefined();
    setValue(study, 'y');
    const before = dumpTables(study.read);
    study.transact({ label: 'Delete' }, (write) => deleteAttribute(write, 1));
    expect(countRows(study.read, 'attribute_values')).toBe(0);
    study.undo();
    expect(dumpTables(study.read)).toEqual(before);
  });
});

describe('an attribute', () => {
  it('changes its kind when its values fit, which are then spelled anew', () => {
    const study = makeStudy('text');
    setValue(study, '3,50');
    study.transact({ label: 'Change' }, (write) =>
      updateAttribute(write, { id: 1, name: 'Years', kind: 'number', choices: [] }),
    );
    expect(findAttribute(study.read, 'YEARS')).toMatchObject({ name: 'Years', kind: 'number' });
    expect(listValuesOf(study.read, 1).get(1)).toBe('3.5');
  });

  it('keeps its kind when a value does not fit, and says whose', () => {
    const study = makeStudy('text');
    setValue(study, 'about ten');
    const change = () =>
      study.transact({ label: 'Change' }, (write) =>
        updateAttribute(write, { id: 1, name: 'Years', kind: 'number', choices: [] }),
      );
    expect(change).toThrow(
      'The value “about ten” of Anna is no number, such as 3.5. Change it first, or choose another kind.',
    );
    expect(listAttributes(study.read)).toMatchObject([{ name: 'Trait', kind: 'text' }]);
  });

  it('has choices only while it is a choice, each once', () => {
    const study = makeStudy('choice', ['a', 'b', 'a']);
    expect(listAttributes(study.read)[0]?.choices).toEqual(['a', 'b']);
    study.transact({ label: 'Change' }, (write) =>
      updateAttribute(write, { id: 1, name: 'Trait', kind: 'text', choices: ['a', 'b'] }),
    );
    expect(listAttributes(study.read)[0]?.choices).toEqual([]);
  });

  it('stands behind the others until it is put elsewhere', () => {
    const study = makeStudy('text');
    study.transact({ label: 'More' }, (write) => {
      const second = insertAttribute(write, { name: 'B', kind: 'text', choices: [] });
      const third = insertAttribute(write, { name: 'C', kind: 'text', choices: [] });
      orderAttributes(write, [third, second]);
    });
    expect(listAttributes(study.read).map(({ name }) => name)).toEqual(['C', 'B', 'Trait']);
  });
});
