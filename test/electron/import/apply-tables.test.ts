import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listParticipants } from '../../../db/tables/participants.ts';
import { applyTables } from '../../../electron/import/apply-tables.ts';
import { isDate, readTable, TableError } from '../../../electron/import/csv-table.ts';
import { dumpTables, freePath, makeOpenStudy } from '../../support/study.ts';

function writeTable(content: string | Uint8Array): string {
  const path = freePath('.csv');
  writeFileSync(path, content);
  return path;
}

const cellsOf = (content: string | Uint8Array) =>
  readTable(writeTable(content), []).rows.map(({ number, cells }) => [number, ...cells.values()]);

function mistakesOf(content: string | Uint8Array, required: string[] = []): string[] {
  const path = writeTable(content);
  try {
    readTable(path, required);
  } catch (error) {
    if (error instanceof TableError) return error.mistakes.map((one) => one.replace(basename(path), 't.csv'));
    throw error;
  }
  return [];
}

describe('a table', () => {
  it('may begin with a byte order mark', () => {
    expect(readTable(writeTable('\ufeffparticipant,role\nP1,Engineer\n'), ['participant']).columns).toEqual([
      'participant',
      'role',
    ]);
  });

  it.each([
    ['commas', 'a,b\n"1;2","x, y"\n'],
    ['semicolons', 'a;b\n"1;2";x, y\n'],
    ['tabs', 'a\tb\n1;2\tx, y\n'],
    ['Windows line ends', 'a,b\r\n"1;2","x, y"\r\n'],
  ])('may be written with %s', (_, content) => {
    expect(cellsOf(content)).toEqual([[2, '1;2', 'x, y']]);
  });

  it('takes the header’s word for its delimiter, whatever its cells hold', () => {
    expect(cellsOf('participant\nP1;P2\nP3;P4\n')).toEqual([
      [2, 'P1;P2'],
      [3, 'P3;P4'],
    ]);
  });

  it('keeps quotes and line ends within a cell, and counts rows as a spreadsheet does', () => {
    expect(cellsOf('a,b\n"He said ""yes"".\r\nAnd no.",1\n\n ,\nx,2\n')).toEqual([
      [2, 'He said "yes".\nAnd no.', '1'],
      [5, 'x', '2'],
    ]);
  });

  it('may name its columns in capitals and with blanks', () => {
    expect(readTable(writeTable('Company Name, ROLE \n'), []).columns).toEqual(['company_name', 'role']);
  });

  it.each([
    [
      'lacks a column',
      'a\n1\n',
      ['a', 'b'],
      't.csv, row 1: the column “b” is missing; the first row must name the columns.',
    ],
    ['is empty', '', ['a'], 't.csv, row 1: the column “a” is missing; the first row must name the columns.'],
    ['has a column twice', 'a,b,A\n', [], 't.csv, row 1: the column “a” is there more than once.'],
    [
      'has a row that is too long',
      'a,b\n1,2\n1,2,3\n',
      [],
      't.csv, row 3: it has 3 cells, the header 2; put quotes around cells that hold a comma.',
    ],
    [
      'has a row that is too long for semicolons',
      'a;b\n1;2;3\n',
      [],
      't.csv, row 2: it has 3 cells, the header 2; put quotes around cells that hold a semicolon.',
    ],
    [
      'is not in UTF-8',
      Uint8Array.from([97, 10, 0xe4, 10]),
      [],
      't.csv: it is not in UTF-8; save it as “CSV UTF-8” and try again.',
    ],
  ])('that %s says so', (_, content, required, sentence) => {
    expect(mistakesOf(content, required)).toEqual([sentence]);
  });

  it('with a quote that does not end says where it begins, instead of swallowing the rest', () => {
    expect(mistakesOf('a,b\n1,2\n"3,4\n5,6\n')).toEqual([
      expect.stringMatching(/^t.csv, row 3: the quotes .* not closed/),
    ]);
  });

  it('that is not there says so', () => {
    expect(() => readTable('/nowhere/t.csv', [])).toThrow('/nowhere/t.csv: the file cannot be read');
  });
});

describe('a date', () => {
  it('is a day of the calendar, year first', () => {
    expect(['2021-02-03', '2020-02-29'].every(isDate)).toBe(true);
    expect(['2021-02-31', '2021-13-01', '03.02.2021', '2021-2-3', ''].some(isDate)).toBe(false);
  });
});

describe('applying tables', () => {
  it('is one step, of all of them', () => {
    const study = makeOpenStudy();
    const before = dumpTables(study.read);
    const participants = writeTable(
      'participant,practitioner,company,role\nP1,Anna,A,Engineer\nW1,Anna,A,\n',
    );
    const sessions = writeTable(
      'session,company,technique,date,participants\nA_P1,A,interview,2021-02-03,P1; W1\n',
    );
    applyTables(study, { participants, sessions });
    expect(study.history.undo).toBe('Apply participants, sessions');
    expect(
      listParticipants(study.read).map(({ label, practitioner, role }) => [label, practitioner, role]),
    ).toEqual([
      ['P1', 'Anna', 'Engineer'],
      ['W1', 'Anna', 'Engineer'],
    ]);
    study.undo();
    expect(dumpTables(study.read)).toEqual(before);
  });

  it('twice is the same as once', () => {
    const study = makeOpenStudy();
    const participants = writeTable('participant,practitioner,company\nP1,Anna,A\n');
    applyTables(study, { participants });
    const once = dumpTables(study.read);
    applyTables(study, { participants });
    expect(dumpTables(study.read)).toEqual(once);
  });

  it('writes nothing when anything is wrong, and tells all that is wrong in the first such table', () => {
    const study = makeOpenStudy();
    const before = dumpTables(study.read);
    const participants = writeTable('participant,practitioner,company\nP1,Anna,A\nX1,Ben,A\nP2,,\n');
    const sessions = writeTable('session,company,technique\nA_P1,A,dream\n');
    const apply = () => applyTables(study, { participants, sessions });
    expect(apply).toThrow(TableError);
    expect(apply).toThrow(
      `${basename(participants)}, row 3: “X1” does not begin with the letter of a technique, such as P in P1. Change the id, or add the technique first.\n` +
        `${basename(participants)}, row 4: the company of “P2” is missing.`,
    );
    expect(dumpTables(study.read)).toEqual(before);
    expect(study.history.undo).toBeNull();
  });

  it('shows twenty mistakes and counts the rest', () => {
    const study = makeOpenStudy();
    const rows = Array.from({ length: 30 }, (_, index) => `X${index},A`);
    const participants = writeTable(`participant,company\n${rows.join('\n')}\n`);
    expect(() => applyTables(study, { participants })).toThrow('… and 10 more mistakes like these.');
  });
});
