import { describe, expect, it } from 'vitest';
import { insertAttribute } from '../../../../db/tables/attributes.ts';
import { lookAtTable, mapTable } from '../../../../electron/import/tables/mapping.ts';
import { readCells } from '../../../../electron/import/tables/read-cells.ts';
import type { PeopleTable } from '../../../../electron/ipc/contract/tables.ts';
import { makeOpenStudy } from '../../../support/study.ts';

const study = makeOpenStudy();
study.transact({ label: 'Attribute' }, (write) =>
  insertAttribute(write, { name: 'Years in the company', kind: 'number', choices: [] }),
);

async function look(
  table: PeopleTable,
  rows: readonly (readonly string[])[],
  hasHeads: boolean | null = null,
) {
  const text = rows.map((row) => row.join('\t')).join('\n');
  return lookAtTable(study.read, table, await readCells({ kind: 'pasted', text }), hasHeads);
}

describe('the columns of a table', () => {
  it.each<[string, PeopleTable, string[], string[], (string | null)[]]>([
    [
      'English',
      'participants',
      ['ID', 'Name', 'Job title', 'Seniority level', 'Organization', 'Shoe size'],
      ['P1', 'Anna', 'Engineer', 'senior', 'A', '38'],
      ['participant', 'practitioner', 'role', 'seniority', 'company', null],
    ],
    [
      'German',
      'participants',
      ['Teilnehmer', 'ROLLE', 'Firma', 'Karrierestufe'],
      ['P1', 'Entwickler', 'A', 'Leitung'],
      ['participant', 'role', 'company', 'seniority'],
    ],
    [
      'French',
      'participants',
      ['Identifiant', 'Rôle', 'Entreprise', 'Ancienneté'],
      ['P1', 'Ingénieure', 'A', '3'],
      ['participant', 'role', 'company', 'seniority'],
    ],
    [
      'Spanish',
      'sessions',
      ['Sesión', 'Empresa', 'Técnica', 'Fecha', 'Duración (min)', 'Idioma', 'Lugar'],
      ['S1', 'A', 'P', '2021-02-03', '45', 'es', 'Lima'],
      ['session', 'company', 'technique', 'date', 'duration_minutes', 'language', 'place'],
    ],
    [
      'Swedish',
      'sessions',
      ['Session', 'Företag', 'Metod', 'Datum', 'Deltagare', 'Språk', 'Plats'],
      ['S1', 'A', 'P', '2021-02-03', 'P1', 'sv', 'Malmö'],
      ['session', 'company', 'technique', 'date', 'participants', 'language', 'place'],
    ],
    [
      'of the command line',
      'sessions',
      ['session', 'company', 'technique', 'date', 'duration_minutes', 'participants', 'interviewer', 'asked'],
      ['S1', 'A', 'P', '2021-02-03', '45', 'P1', 'MJ', 'D'],
      ['session', 'company', 'technique', 'date', 'duration_minutes', 'participants', 'interviewer', 'asked'],
    ],
    [
      'of companies',
      'companies',
      ['Label', 'Company', 'Use case'],
      ['A', 'Telecommunications', 'screening'],
      ['label', 'name', 'description'],
    ],
    [
      'of companies without a label',
      'companies',
      ['Company', 'Beschreibung'],
      ['A', 'screening'],
      ['label', 'description'],
    ],
  ])('are recognised by heads that are %s', async (_, table, heads, row, fields) => {
    const { proposed, hasHeads, rows, columns } = await look(table, [heads, row]);
    expect(proposed).toEqual(fields);
    expect({ hasHeads, rows, columns }).toEqual({ hasHeads: true, rows: 1, columns: heads });
  });

  it('may be one for each technique, as in the table of a paper', async () => {
    const { proposed } = await look('participants', [
      ['Role', 'P', 'W', 'Meeting', 'Stand-up ids', 'Company'],
      ['Engineer', 'P1', '1, 2', '–', 'S1', 'A'],
    ]);
    expect(proposed).toEqual(['role', 'ids:P', 'ids:W', 'ids:M', 'ids:S', 'company']);
  });

  it('tell ids from names by what is in them', async () => {
    const { proposed } = await look('participants', [
      ['Participant', 'Code', 'Company'],
      ['Anna', 'P1', 'A'],
      ['Ben', 'P2', 'A'],
    ]);
    expect(proposed).toEqual(['practitioner', 'participant', 'company']);
  });

  it('are attributes of the study by their names', async () => {
    const { proposed, fields } = await look('participants', [
      ['ID', 'years in the Company', 'attribute: Town'],
      ['P1', '3', 'Lund'],
    ]);
    expect(proposed).toEqual(['participant', 'attribute:Years in the company', 'new attribute:Town']);
    expect(fields.map(({ field }) => field)).toContain('attribute:Years in the company');
  });

  it('may stand below a title, and rows keep the numbers a spreadsheet shows', async () => {
    const text = 'Table I\t\n\t\nID\tRole\nP1\tEngineer\n\t\nP2\tLead';
    const cells = await readCells({ kind: 'pasted', text });
    const { hasHeads, proposed } = lookAtTable(study.read, 'participants', cells, null);
    expect(hasHeads).toBe(true);
    const table = mapTable(study.read, 'participants', cells, { hasHeads, fields: proposed });
    expect(table.rows.map(({ number, cells: row }) => [number, row.get('role')])).toEqual([
      [4, 'Engineer'],
      [6, 'Lead'],
    ]);
  });

  it('have letters when no row names them, and the ids are found', async () => {
    const found = await look('participants', [
      ['Engineer', 'P1', 'A'],
      ['Lead', 'P2', 'A'],
    ]);
    expect(found).toMatchObject({
      hasHeads: false,
      rows: 2,
      columns: ['Column A', 'Column B', 'Column C'],
      proposed: [null, 'participant', null],
    });
  });

  it('follow the researcher where the guess is wrong', async () => {
    const rows = [
      ['Role', 'P9'],
      ['Engineer', 'P1'],
    ];
    expect(await look('participants', rows, false)).toMatchObject({ hasHeads: false, rows: 2 });
    expect(await look('participants', [['x', 'y'], ...rows], true)).toMatchObject({ hasHeads: true });
  });

  it('hold a field only once', async () => {
    const cells = await readCells({ kind: 'pasted', text: 'ID\tRole\tJob\nP1\tx\ty' });
    const map = () =>
      mapTable(study.read, 'participants', cells, {
        hasHeads: true,
        fields: ['participant', 'role', 'role'],
      });
    expect(map).toThrow('“pasted table” has two columns for “role”: leave one of them out.');
  });

  it('may have heads of two rows, and companies that stand once for several rows, as in the table of a paper', async () => {
    const text =
      'TABLE I\t\t\nCase Company\tPractitioners\t\n\tID\tRoles\nTelecommunications\tP1, W1, S1\tSenior Data Engineer\n\tP2, W2\tData Scientist\nAutomotive\tW9\tExpert Engineer';
    const cells = await readCells({ kind: 'pasted', text });
    const { hasHeads, columns, proposed, gaps } = lookAtTable(study.read, 'participants', cells, null);
    expect({ columns, proposed, gaps }).toEqual({
      columns: ['Case Company', 'ID', 'Roles'],
      proposed: ['company', 'participant', 'role'],
      gaps: [true, false, false],
    });
    const companiesOf = (repeatsCompany: boolean) =>
      mapTable(study.read, 'participants', cells, { hasHeads, fields: proposed, repeatsCompany }).rows.map(
        (row) => row.cells.get('company'),
      );
    expect(companiesOf(false)).toEqual(['Telecommunications', '', 'Automotive']);
    expect(companiesOf(true)).toEqual(['Telecommunications', 'Telecommunications', 'Automotive']);
  });

  it('give their cells without signs that nobody sees', async () => {
    const cells = await readCells({ kind: 'pasted', text: 'ID\tRole\n\u200BP1\tLead\uD800' });
    const { rows } = mapTable(study.read, 'participants', cells, {
      hasHeads: true,
      fields: ['participant', 'role'],
    });
    expect([...(rows[0]?.cells.values() ?? [])]).toEqual(['P1', 'Lead\uFFFD']);
  });

  it('are found in time whatever is in the first rows', async () => {
    const cell = `${'('.repeat(100_000)}${' '.repeat(100_000)}x`;
    const { proposed } = await look('participants', [
      ['ID', cell],
      ['P1', cell],
    ]);
    expect(proposed).toEqual(['participant', null]);
  });
});
