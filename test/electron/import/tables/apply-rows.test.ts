import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Study } from '../../../../db/study.ts';
import { listAsked } from '../../../../db/tables/asked.ts';
import { insertAttribute, listAttributes, listAttributeValues } from '../../../../db/tables/attributes.ts';
import { listCompanies } from '../../../../db/tables/companies.ts';
import { listParticipants } from '../../../../db/tables/participants.ts';
import { listPractitioners } from '../../../../db/tables/practitioners.ts';
import { listPresence, listSessions } from '../../../../db/tables/sessions.ts';
import { applyTable, checkTable } from '../../../../electron/import/tables/apply-rows.ts';
import { mapTable, proposeMapping } from '../../../../electron/import/tables/mapping.ts';
import { readCells } from '../../../../electron/import/tables/read-cells.ts';
import type { PeopleTable } from '../../../../electron/ipc/contract/tables.ts';
import { addTranscript, countRows, dumpTables, makeOpenStudy } from '../../../support/study.ts';

/** A study in which an import met P1, P2 and W1, who are nobody but their ids yet, in the transcript T. */
function makeStudy(): Study {
  const study = makeOpenStudy();
  study.transact({ label: 'Import' }, (write) => {
    addTranscript(write, {
      name: 'T',
      company: 'A',
      technique: 'P',
      lines: [
        ['P1', 'Yes.'],
        ['P2', 'No.'],
        ['W1', 'Perhaps.'],
      ],
    });
    write.run("UPDATE practitioners SET role = ''");
    insertAttribute(write, { name: 'Years', kind: 'number', choices: [] });
  });
  return study;
}

async function read(study: Study, table: PeopleTable, rows: readonly (readonly string[])[]) {
  const text = rows.map((row) => row.map((cell) => cell.replace(/[\t\n"]/g, ' ')).join('\t')).join('\n');
  // A tab at the end makes a table of one column a table.
  const cells = await readCells({ kind: 'pasted', text: `${text}\t` });
  return mapTable(study.read, table, cells, proposeMapping(study.read, table, cells));
}

async function apply(study: Study, table: PeopleTable, ...rows: string[][]) {
  return applyTable(study, table, await read(study, table, rows), null);
}

const idsOf = (study: Study) =>
  Object.fromEntries(
    listPractitioners(study.read).map(({ id, name }) => [
      name,
      listParticipants(study.read)
        .filter(({ practitionerId }) => practitionerId === id)
        .map(({ label }) => label)
        .join(' '),
    ]),
  );

describe('a table of participants', () => {
  it('makes one person of several ids in one cell, with the turns of all of them', async () => {
    const study = makeStudy();
    const [outcome] = await apply(study, 'participants', ['ID', 'Role'], ['P1 W1; S4', 'Data Scientist']);
    expect(outcome).toEqual({
      row: 2,
      outcome: 'changed',
      about: 'P1, W1, S4',
      message: 'role: “” → “Data Scientist”; ids: “P1” → “P1, W1, S4”; turns: “1” → “2”',
    });
    expect(idsOf(study)).toEqual({ P1: 'P1 W1 S4', P2: 'P2' });
    expect(study.history.undo).toBe('Change 1 person from pasted table');
  });

  it('reads a column for each technique, in which a number will do', async () => {
    const study = makeStudy();
    const heads = ['Name', 'Company', 'P', 'W', 'S'];
    await apply(
      study,
      'participants',
      heads,
      ['Anna', 'A', 'P1', '1, 7', '–'],
      ['Cleo', 'B', '', 'W8-W9', '2'],
    );
    expect(idsOf(study)).toEqual({ Anna: 'P1 W1 W7', P2: 'P2', Cleo: 'W8 W9 S2' });
    expect(study.history.undo).toBe('Add 1 and change 1 person from pasted table');
  });

  it('finds a person by an id where it has no names, and moves the person to another company', async () => {
    const study = makeStudy();
    await apply(study, 'participants', ['ID', 'Name'], ['P1', 'Anna']);
    const [outcome] = await apply(study, 'participants', ['ID', 'Company'], ['P1', 'B']);
    expect(outcome).toMatchObject({
      outcome: 'changed',
      message: 'company: “A” → “B”; company “B” is new',
    });
    expect(idsOf(study)).toMatchObject({ Anna: 'P1' });
  });

  it('sets attributes by their names, in the spelling of their kind, and makes new ones of a column', async () => {
    const study = makeStudy();
    const heads = ['ID', 'Years', 'attribute: Town'];
    const outcomes = await apply(study, 'participants', heads, ['P1', '3,5', 'Lund'], ['P2', 'many', 'Oslo']);
    expect(outcomes).toEqual([
      { row: 2, outcome: 'changed', about: 'P1', message: 'Years: “” → “3.5”; Town: “” → “Lund”' },
      {
        row: 3,
        outcome: 'refused',
        about: 'P2',
        message: '“many” cannot be the value of Years: it is no number, such as 3.5.',
      },
    ]);
    expect(listAttributes(study.read).map(({ name, kind }) => [name, kind])).toEqual([
      ['Years', 'number'],
      ['Town', 'text'],
    ]);
    expect(listAttributeValues(study.read).map(({ value }) => value)).toEqual(['3.5', 'Lund']);
  });

  it('takes days and yes and no of attributes as people write them', async () => {
    const study = makeStudy();
    study.transact({ label: 'Attributes' }, (write) => {
      insertAttribute(write, { name: 'Since', kind: 'date', choices: [] });
      insertAttribute(write, { name: 'Remote', kind: 'yes or no', choices: [] });
    });
    const heads = ['ID', 'Since', 'Remote'];
    await apply(study, 'participants', heads, ['P1', '3. März 2019', 'Ja'], ['P2', '2020-01-31', '–']);
    expect(listAttributeValues(study.read).map(({ value }) => value)).toEqual([
      '2019-03-03',
      'yes',
      '2020-01-31',
      'no',
    ]);
  });

  it('does not make an attribute for a row that is refused', async () => {
    const study = makeStudy();
    await apply(study, 'participants', ['ID', 'attribute: Town'], ['X1', 'Lund']);
    expect(listAttributes(study.read).map(({ name }) => name)).toEqual(['Years']);
    expect(study.history.undo).toBe('Import');
  });

  it.each([
    [['ID', 'Name'], ['P1', ''], 'same', ''],
    [['ID', 'Name'], ['', 'Anna'], 'refused', 'The participant id is missing; write one such as P1.'],
    [['ID', 'Role'], ['M9', 'Lead'], 'refused', 'The company of “M9” is missing.'],
    [
      ['ID', 'Company'],
      ['X9', 'A'],
      'refused',
      '“X9” does not begin with the letter of a technique, such as P in P1. Change the id, or add the technique first.',
    ],
    [
      ['ID', 'Company'],
      ['P1', 'A very long name of a company that cannot be a label'],
      'refused',
      '“A very long name of a company that cannot be a label” is too long for the label of a company; write a short one such as A, and the name in a column of its own.',
    ],
  ])('with %j says of %j that it is %s', async (heads, row, outcome, message) => {
    const [found] = await apply(makeStudy(), 'participants', heads, row);
    expect(found).toMatchObject({ outcome, message });
  });

  it('refuses to make one person of two that have names', async () => {
    const study = makeStudy();
    await apply(study, 'participants', ['ID', 'Name'], ['P1', 'Anna'], ['P2', 'Ben']);
    const [outcome] = await apply(study, 'participants', ['ID', 'Role'], ['P1, P2', 'Lead']);
    expect(outcome?.message).toBe(
      'P1 is Anna and P2 is Ben; put their ids into two rows, or give the row a name if they are one person.',
    );
  });

  it('applies the rows that can be applied when others are refused, of which nothing is left', async () => {
    const study = makeStudy();
    const heads = ['ID', 'Name', 'Company'];
    const outcomes = await apply(study, 'participants', heads, ['X1', 'Dora', 'C'], ['M1', 'Emil', 'A']);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['refused', 'added']);
    expect(listCompanies(study.read).map(({ label }) => label)).toEqual(['A']);
    expect(Object.keys(idsOf(study))).toEqual(['P1', 'P2', 'W1', 'Emil']);
  });

  it('is undone and redone whole', async () => {
    const study = makeStudy();
    const before = dumpTables(study.read);
    await apply(
      study,
      'participants',
      ['ID', 'Name', 'Years', 'Company'],
      ['P1', 'Anna', '3', 'A'],
      ['M1', 'Eve', '', 'B'],
    );
    const after = dumpTables(study.read);
    study.undo();
    expect(dumpTables(study.read)).toEqual(before);
    study.redo();
    expect(dumpTables(study.read)).toEqual(after);
  });

  it('that changes nothing leaves no step', async () => {
    const study = makeStudy();
    const outcomes = await apply(study, 'participants', ['ID', 'Company'], ['P1', 'A'], ['P2', 'a']);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['same', 'same']);
    expect(study.history.undo).toBe('Import');
  });
});

describe('a table of sessions', () => {
  const heads = [
    'Session',
    'Company',
    'Technique',
    'Date',
    'Minutes',
    'Present',
    'Place',
    'Asked',
    'Transcript',
  ];

  it('sets everything that is known of a session', async () => {
    const study = makeStudy();
    const row = ['T', 'A', 'interviews', '3. Februar 2021', '1 h 15', 'P1-P2', 'Lund', 'D1-D3; 1.1', 'T.txt'];
    const [outcome] = await apply(study, 'sessions', heads, row);
    expect(outcome?.message).toBe(
      'minutes: “45” → “75”; participants: “” → “P1, P2”; place: “” → “Lund”; asked: “” → “1.1, D1, D2, D3”',
    );
    expect(listSessions(study.read)).toMatchObject([
      { label: 'T', date: '2021-02-03', durationMinutes: 75, place: 'Lund', interviewer: 'AB' },
    ]);
    expect(listPresence(study.read).map(({ label }) => label)).toEqual(['P1', 'P2']);
    expect(listAsked(study.read).map(({ itemRef }) => itemRef)).toEqual(['1.1', 'D1', 'D2', 'D3']);
  });

  it('learns company and technique of a new session from those present', async () => {
    const study = makeStudy();
    const [outcome] = await apply(study, 'sessions', ['Session', 'Present'], ['Talk', 'W1']);
    expect(outcome).toMatchObject({ outcome: 'added', about: 'Talk' });
    expect(listSessions(study.read)).toMatchObject([{}, { label: 'Talk', company: 'A', technique: 'W' }]);
  });

  it('understands pipelines, stages and all as what was asked', async () => {
    const study = makeStudy();
    const table = [
      ['Session', 'Asked'],
      ['T', 'all'],
    ];
    const [all] = await apply(study, 'sessions', ...table);
    expect(all?.outcome).toBe('changed');
    const everything = countRows(study.read, 'asked');
    await apply(study, 'sessions', ['Session', 'Asked'], ['T', 'D']);
    const pipeline = countRows(study.read, 'asked');
    await apply(study, 'sessions', ['Session', 'Asked'], ['T', 'D, stage 1']);
    expect(pipeline).toBeGreaterThan(2);
    expect(countRows(study.read, 'asked')).toBeGreaterThan(pipeline);
    expect(everything).toBeGreaterThan(countRows(study.read, 'asked'));
    await apply(study, 'sessions', ['Session', 'Asked'], ['T', '']);
    expect(countRows(study.read, 'asked')).toBe(0);
  });

  it.each([
    [['T', 'A', 'P', '2/3/2021', '', '', '', '', ''], '“2/3/2021” may be 2021-03-02 or 2021-02-03'],
    [['T', 'A', 'P', '', 'long', '', '', '', ''], '“long” is no number of minutes; write it as 45 or 0:45'],
    [['T', 'A', 'P', '', '', 'P9', '', '', ''], 'The participant “P9” is not in the study'],
    [
      ['T', 'A', 'P', '', '', '', '', 'D99', ''],
      'The scheme “mlops-maturity-2021” has no item “D99”; write ids such as D1',
    ],
    [['U', 'A', '', '', '', '', '', '', ''], 'The technique is missing; write its letter, such as W'],
    [['U', '', 'P', '', '', '', '', '', ''], 'The company is missing'],
  ])('refuses %j', async (row, message) => {
    const [outcome] = await apply(makeStudy(), 'sessions', heads, row);
    expect(outcome?.outcome).toBe('refused');
    expect(outcome?.message).toContain(message);
  });

  it('refuses cells that hold a book with a sentence of one row, and in time', async () => {
    const book = `${'('.repeat(50_000)}${' x'.repeat(50_000)}`;
    const heads = ['Session', 'Company', 'Technique', 'Date', 'Minutes', 'Present', 'Asked', 'Place'];
    for (const at of heads.keys()) {
      const row = ['T', 'A', 'P', '', '', '', '', ''].with(at, book);
      const [outcome] = await apply(makeStudy(), 'sessions', heads, row);
      expect(outcome?.outcome).toBe('refused');
      expect(outcome?.message.length).toBeLessThan(1_600);
    }
  });

  it('says which transcripts are not there yet', async () => {
    const [outcome] = await apply(makeStudy(), 'sessions', heads, [
      'U',
      'A',
      'P',
      '',
      '',
      '',
      '',
      '',
      'u.docx',
    ]);
    expect(outcome?.outcome).toBe('added');
    expect(outcome?.message).toContain('the transcript “u.docx” is not in the study yet');
  });
});

describe('a table of companies', () => {
  it('adds companies and changes names and descriptions', async () => {
    const study = makeStudy();
    const outcomes = await apply(
      study,
      'companies',
      ['Label', 'Name', 'Description'],
      ['A', 'Telecommunications', ''],
      ['B', 'Automotive', 'Self-driving vehicles'],
    );
    expect(outcomes.map(({ outcome, message }) => [outcome, message])).toEqual([
      ['changed', 'name: “A” → “Telecommunications”'],
      ['added', 'label “B”; name “Automotive”; description “Self-driving vehicles”'],
    ]);
    expect(study.history.undo).toBe('Add 1 and change 1 company from pasted table');
  });
});

const word = fc.constantFrom(
  '',
  'P1',
  'P2',
  'W1',
  'p1 W1',
  'P1, P2',
  'M4; S4',
  'X1',
  '7',
  '–',
  'Anna',
  'Ben',
);
const company = fc.constantFrom('', 'A', 'B', 'C', 'a', 'long '.repeat(20));
const value = fc.constantFrom('', '3', '3,5', 'many', 'Lund');
const day = fc.constantFrom('', '2021-02-03', '3.2.2021', '02/03/2021', 'soon');
const tables: Record<PeopleTable, { heads: string[]; row: fc.Arbitrary<string[]> }> = {
  companies: {
    heads: ['Label', 'Name', 'Description'],
    row: fc.tuple(company, company, value).map((cells) => [...cells]),
  },
  participants: {
    heads: ['ID', 'Name', 'Company', 'Years', 'attribute: Town', 'W', 'Role', 'Technique'],
    row: fc
      .tuple(word, word, company, value, value, word, value, fc.constantFrom('', 'P', 'Workshop', 'dream'))
      .map((cells) => [...cells]),
  },
  sessions: {
    heads: ['Session', 'Company', 'Technique', 'Date', 'Minutes', 'Present', 'Asked', 'Transcript'],
    row: fc
      .tuple(
        fc.constantFrom('', 'T', 'U', 'V'),
        company,
        fc.constantFrom('', 'P', 'w', 'Interview', 'Z'),
        day,
        value,
        word,
        fc.constantFrom('', 'D1', 'D', 'all', 'D99'),
        fc.constantFrom('', 'T', 'T.txt', 'nowhere'),
      )
      .map((cells) => [...cells]),
  },
};

/** The steps' records, by which a row that claims to change nothing is held to it. */
const countChanges = (study: Study) => countRows(study.read, 'changes');

describe.each(Object.entries(tables))('the dry run of a table of %s', (name, { heads, row }) => {
  // The keys of the record are the names of the tables.
  const table = name as PeopleTable;

  it('writes nothing, and says exactly what applying it then does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
        const study = makeStudy();
        const mapped = await read(study, table, [heads, ...rows]);
        const before = { ...dumpTables(study.read), history: study.history, changes: countChanges(study) };
        const foreseen = checkTable(study, table, mapped);
        expect({ ...dumpTables(study.read), history: study.history, changes: countChanges(study) }).toEqual(
          before,
        );
        expect(applyTable(study, table, mapped, null)).toEqual(foreseen);
        const isChanged = foreseen.some(({ outcome }) => outcome === 'added' || outcome === 'changed');
        expect(countChanges(study) > before.changes).toBe(isChanged);
        if (isChanged) study.undo();
        const { history, changes, ...former } = before;
        expect(dumpTables(study.read)).toEqual(former);
        study.close();
      }),
      { numRuns: 20 },
    );
  });
});
