import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listAskedIn } from '../../../../db/tables/asked.ts';
import { listAttributeValues } from '../../../../db/tables/attributes.ts';
import { listParticipants } from '../../../../db/tables/participants.ts';
import { listSessions } from '../../../../db/tables/sessions.ts';
import { applyTables } from '../../../../electron/import/tables/apply-tables.ts';
import { readTable, TableError } from '../../../../electron/import/tables/csv-table.ts';
import { dumpTables, freePath, makeOpenStudy } from '../../../support/study.ts';

function writeTable(content: string | Uint8Array): string {
  const path = freePath('.csv');
  writeFileSync(path, content);
  return path;
}

const columnsOf = async (content: string) => (await readTable(writeTable(content), [])).columns;
const cellsOf = async (content: string | Uint8Array) =>
  (await readTable(writeTable(content), [])).rows.map(({ number, cells }) => [number, ...cells.values()]);

async function mistakesOf(content: string | Uint8Array, required: string[] = []): Promise<string[]> {
  const path = writeTable(content);
  try {
    await readTable(path, required);
  } catch (error) {
    if (error instanceof TableError) return error.mistakes.map((one) => one.replace(basename(path), 't.csv'));
    throw error;
  }
  return [];
}

describe('a table', () => {
  it('may begin with a byte order mark', async () => {
    expect(await columnsOf('\ufeffparticipant,role\nP1,Engineer\n')).toEqual(['participant', 'role']);
  });

  it.each([
    ['commas', 'a,b\n"1;2","x, y"\n'],
    ['semicolons', 'a;b\n"1;2";x, y\n'],
    ['tabs', 'a\tb\n1;2\tx, y\n'],
    ['Windows line ends', 'a,b\r\n"1;2","x, y"\r\n'],
  ])('may be written with %s', async (_, content) => {
    expect(await cellsOf(content)).toEqual([[2, '1;2', 'x, y']]);
  });

  it('takes the header’s word for its delimiter, whatever its cells hold', async () => {
    expect(await cellsOf('participant\nP1;P2\nP3;P4\n')).toEqual([
      [2, 'P1;P2'],
      [3, 'P3;P4'],
    ]);
  });

  it('keeps quotes and line ends within a cell, and counts rows as a spreadsheet does', async () => {
    expect(await cellsOf('a,b\n"He said ""yes"".\r\nAnd no.",1\n\n ,\nx,2\n')).toEqual([
      [2, 'He said "yes".\nAnd no.', '1'],
      [5, 'x', '2'],
    ]);
  });

  it('may name its columns in capitals and with blanks', async () => {
    expect(await columnsOf('Company Name, ROLE \n')).toEqual(['company_name', 'role']);
  });

  it.each([
    [
      'lacks a column',
      'a\n1\n',
      ['a', 'b'],
      't.csv, row 1: the column “b” is missing; the first row must name the columns.',
    ],
    ['is empty', '', ['a'], '“t.csv” is empty: choose another file.'],
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
  ])('that %s says so', async (_, content, required, sentence) => {
    expect(await mistakesOf(content, required)).toEqual([sentence]);
  });

  it('with a quote that does not end says where it begins, instead of swallowing the rest', async () => {
    expect(await mistakesOf('a,b\n1,2\n"3,4\n5,6\n')).toEqual([
      expect.stringMatching(/^“t.csv” \(row 3\) has quotes .* not closed/),
    ]);
  });

  it('that is not there says so', async () => {
    await expect(readTable('/nowhere/t.csv', [])).rejects.toThrow('“t.csv” is not there: check its name');
  });
});

describe('applying tables', () => {
  it('is one step, of all of them', async () => {
    const study = makeOpenStudy();
    const before = dumpTables(study.read);
    const participants = writeTable(
      'participant,practitioner,company,role\nP1,Anna,A,Engineer\nW1,Anna,A,\n',
    );
    const sessions = writeTable(
      'session,company,technique,date,participants\nA_P1,A,interview,2021-02-03,P1; W1\n',
    );
    await applyTables(study, { participants, sessions });
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

  it('twice is the same as once', async () => {
    const study = makeOpenStudy();
    const participants = writeTable('participant,practitioner,company\nP1,Anna,A\n');
    await applyTables(study, { participants });
    const once = dumpTables(study.read);
    await applyTables(study, { participants });
    expect(dumpTables(study.read)).toEqual(once);
  });

  it('writes nothing when anything is wrong, and tells all that is wrong in the first such table', async () => {
    const study = makeOpenStudy();
    const before = dumpTables(study.read);
    const participants = writeTable('participant,practitioner,company\nP1,Anna,A\nX1,Ben,A\nP2,,\n');
    const sessions = writeTable('session,company,technique\nA_P1,A,dream\n');
    const apply = () => applyTables(study, { participants, sessions });
    await expect(apply()).rejects.toThrow(TableError);
    await expect(apply()).rejects.toThrow(
      `${basename(participants)}, row 3: “X1” does not begin with the letter of a technique, such as P in P1. Change the id, or add the technique first.\n` +
        `${basename(participants)}, row 4: the company of “P2” is missing.`,
    );
    expect(dumpTables(study.read)).toEqual(before);
    expect(study.history.undo).toBeNull();
  });

  it('shows twenty mistakes and counts the rest', async () => {
    const study = makeOpenStudy();
    const rows = Array.from({ length: 30 }, (_, index) => `X${index},A`);
    const participants = writeTable(`participant,company\n${rows.join('\n')}\n`);
    await expect(applyTables(study, { participants })).rejects.toThrow('… and 10 more mistakes like these.');
  });

  it('reads several from one Excel file, each from the sheet that suits it, under other heads too', async () => {
    const study = makeOpenStudy();
    const workbook = join(import.meta.dirname, '../../../fixtures/tables/people.xlsx');
    const companies = writeTable('Label;Name\nA;Telecommunications\n');
    await applyTables(study, { companies, participants: workbook, sessions: workbook });
    expect(study.history.undo).toBe('Apply companies, participants, sessions');
    expect(listParticipants(study.read).map(({ label, role }) => [label, role])).toEqual([
      ['P1', 'Senior Data Engineer'],
      ['W1', 'Senior Data Engineer'],
      ['S1', 'Senior Data Engineer'],
      ['P2', 'Forschungsingenieurin'],
    ]);
    expect(listSessions(study.read)).toMatchObject([
      { label: 'A_P1', date: '2021-01-18', durationMinutes: 45 },
    ]);
  });

  it('takes places, what was asked and attributes from columns of a file', async () => {
    const study = makeOpenStudy();
    const participants = writeTable('participant,company,attribute: Town\nP1,A,Lund\n');
    const sessions = writeTable('session,participants,place,asked\nA_P1,P1,Malmö,D1; stage 1\n');
    await applyTables(study, { participants, sessions });
    expect(listAttributeValues(study.read).map(({ value }) => value)).toEqual(['Lund']);
    expect(listSessions(study.read)[0]?.place).toBe('Malmö');
    expect(listAskedIn(study.read, 1)).toContain('1.1');
  });

  it('of people that do not name their ids says which column is missing', async () => {
    const path = writeTable('role,company\nLead,A\n');
    await expect(applyTables(makeOpenStudy(), { participants: path })).rejects.toThrow(
      `${basename(path)}, row 1: the column “participant” is missing; the first row must name the columns.`,
    );
  });
});
