import { describe, expect, it } from 'vitest';
import { blob, columnList, integer, nullable, oneOf, query, real, text, toSnakeCase } from '../../db/sql.ts';
import { insertCompany } from '../../db/tables/companies.ts';
import { makeOpenStudy } from '../support/study.ts';

const { read } = makeOpenStudy();

describe('a column', () => {
  it.each([
    ['integer', integer, '7', 7],
    ['real', real, '0.5', 0.5],
    ['real', real, '1.0', 1],
    ['text', text, "'😀'", '😀'],
    ['nullable', nullable(text), 'NULL', null],
    ['nullable', nullable(text), "'a'", 'a'],
    ['oneOf', oneOf(['a', 'b']), "'b'", 'b'],
  ])('%s takes what it promises', (_, column, sql, value) => {
    expect(read.get(query({ value: column }, `SELECT ${sql} AS value`))).toEqual({ value });
  });

  it('blob takes bytes', () => {
    const { value } = read.get(query({ value: blob }, "SELECT x'00ff' AS value"));
    expect([...value]).toEqual([0, 255]);
  });

  it.each([
    ['integer', integer, '0.5', 'an integer'],
    ['integer', integer, "'7'", 'an integer'],
    ['integer', integer, 'NULL', 'an integer'],
    ['real', real, "'0.5'", 'a number'],
    ['text', text, '7', 'a text'],
    ['text', text, 'NULL', 'a text'],
    ['blob', blob, "'a'", 'a blob'],
    ['nullable', nullable(text), '7', 'a text or null'],
    ['oneOf', oneOf(['a', 'b']), "'c'", 'one of a, b'],
  ])('%s refuses anything else and names itself', (_, column, sql, word) => {
    const wrong = query({ value: column }, `SELECT ${sql} AS value`);
    for (const ask of [() => read.get(wrong), () => read.all(wrong), () => [...read.iterate(wrong)]])
      expect(ask).toThrow(`The column “value” of “SELECT ${sql} AS value” is not ${word}.`);
  });

  it('that the query forgot is missed', () => {
    expect(() => read.get(query({ value: text }, "SELECT 'a' AS other"))).toThrow('“value”');
  });
});

describe('reading', () => {
  it('returns undefined or throws when no row answers, as asked', () => {
    const none = query({ id: integer }, 'SELECT id FROM companies WHERE id = ?');
    expect(read.find(none, 1)).toBeUndefined();
    expect(() => read.get(none, 1)).toThrow('No row answers');
    expect(read.all(none, 1)).toEqual([]);
  });

  it('takes values as values, whatever they look like', () => {
    const same = query({ value: text }, 'SELECT ? AS value');
    const value = `'; DROP TABLE companies; --`;
    expect(read.get(same, value)).toEqual({ value });
  });
});

describe('writing', () => {
  it('tells how many rows changed and which id the new one has', () => {
    const study = makeOpenStudy();
    study.transact({ label: 'Write' }, (write) => {
      const id = insertCompany(write, { label: 'A', name: 'A' });
      expect(write.run('UPDATE companies SET name = ?', 'B').changes).toBe(1);
      expect(write.run('UPDATE companies SET name = ? WHERE id <> ?', 'C', id).changes).toBe(0);
      expect(write.rowsChanged).toBeGreaterThanOrEqual(2);
    });
  });
});

describe('names of columns', () => {
  it('are snake case in the file and camel case in the program', () => {
    expect(toSnakeCase('startOffset')).toBe('start_offset');
    expect(columnList({ id: integer, itemRef: text }, 'c')).toBe('c.id AS "id", c.item_ref AS "itemRef"');
  });
});
