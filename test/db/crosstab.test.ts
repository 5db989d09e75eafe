import { describe, expect, it } from 'vitest';
import { countCoOccurrence, findPairedExcerpts } from '../../db/co-occurrence.ts';
import { type CrosstabChoice, countCrosstab } from '../../db/crosstab.ts';
import { type EvidenceFilter, listEvidence } from '../../db/evidence.ts';
import { crosstabKinds } from '../../db/model/crosstab.ts';
import { ensureCoder } from '../../db/tables/coders.ts';
import { findItemCode, findOpenCode, insertOpenCode } from '../../db/tables/codes.ts';
import { addCoding, addTranscript, makeOpenStudy } from '../support/study.ts';

/** P1, W1 and S1 are the engineer Anna, W2 is Ben; company B has Carl, P3. */
function makeStudy() {
  const study = makeOpenStudy();
  study.transact({ label: 'Fill' }, (write) => {
    const people = { P1: 'Anna', W1: 'Anna', S1: 'Anna', W2: 'Ben', P3: 'Carl' };
    const add = (name: string, company: string, technique: string, lines: [string | null, string][]) =>
      addTranscript(write, { name, company, technique, lines, people });
    add('A_P', 'A', 'P', [
      ['I', 'Versions of data?'],
      ['P1', 'We keep versions, in a store.'],
    ]);
    add('A_W', 'A', 'W', [
      ['W1', 'All sets. Labels too.'],
      ['W2', 'Not all.'],
      ['I', 'Why?'],
      ['W2', 'No time.'],
    ]);
    add('A_S', 'A', 'S', [['S1', 'The store is full.']]);
    add('B_P', 'B', 'P', [['P3', 'No versions here.']]);
    const store = insertOpenCode(write, { name: 'Store' });
    insertOpenCode(write, { name: 'Full store', parentId: store });
    const code = (transcript: string, quote: string, name: string, more = {}) =>
      addCoding(write, { transcript, quote, code: name, ...more });
    code('A_P', 'We keep versions', 'D1');
    code('A_P', 'We keep versions', 'D1', { coder: 'CD', status: 'partly' });
    code('A_P', 'versions, in a store', 'Store');
    code('A_P', 'Versions of data?', 'D1', { status: 'not stated' });
    code('A_W', 'All sets.', 'D1');
    code('A_W', 'All sets. Labels too.\nW2: Not all.', 'D2');
    code('A_W', 'No time.', 'D2', { status: 'planned' });
    code('A_S', 'The store is full.', 'Store');
    code('A_S', 'The store is full.', 'Full store');
    code('A_S', 'store is full', 'Full store');
    code('B_P', 'No versions', 'D1', { status: 'not in place' });
  });
  const idOf = (name: string) => (findItemCode(study.read, name) ?? findOpenCode(study.read, name))?.id ?? 0;
  const codeIds = ['D1', 'D2', 'Store', 'Full store'].map(idOf);
  const count = (choice: Partial<CrosstabChoice>) => {
    const table = countCrosstab(study.read, {
      kind: 'company',
      counts: 'excerpts',
      withSubCodes: false,
      codeIds,
      ...choice,
    });
    const rows = table.rows.map(({ at, counts, total }) => [
      ...table.columns.map((_, column) => counts[at.indexOf(column)] ?? 0),
      total,
    ]);
    return {
      heads: table.columns.map(({ label }) => label),
      rows,
      totals: [...table.columns.map(({ total }) => total), table.total],
      table,
    };
  };
  return { study, idOf, codeIds, count };
}

describe('codes by company', () => {
  const { count, study } = makeStudy();

  it('counts each excerpt once, whoever codes it, and totals are no sums', () => {
    expect(count({})).toMatchObject({
      heads: ['A', 'B'],
      rows: [
        [3, 1, 4],
        [2, 0, 2],
        [2, 0, 2],
        [2, 0, 2],
      ],
      // “The store is full.” has two codes and is one excerpt.
      totals: [8, 1, 9],
    });
  });

  it('counts P1, W1 and S1 as one engineer, and an interviewer as nobody', () => {
    expect(count({ counts: 'persons' })).toMatchObject({
      rows: [
        [1, 1, 2],
        [2, 0, 2],
        [1, 0, 1],
        [1, 0, 1],
      ],
      totals: [2, 1, 3],
    });
    expect(count({ counts: 'persons', kind: 'technique' })).toMatchObject({
      heads: ['P', 'W', 'M', 'S'],
      // Anna speaks of D1 in two techniques and is one person in the row, beside Carl.
      rows: [
        [2, 1, 0, 0, 2],
        [0, 2, 0, 0, 2],
        [1, 0, 0, 1, 1],
        [0, 0, 0, 1, 1],
      ],
    });
  });

  it('counts the excerpts of sub-codes with a code, each once', () => {
    expect(count({ withSubCodes: true }).rows[2]).toEqual([3, 0, 3]);
    expect(count({ withSubCodes: true }).totals).toEqual([8, 1, 9]);
  });

  it('is narrowed by coders, statuses and companies', () => {
    const other = study.transact({ label: 'Nothing' }, (write) => ensureCoder(write, 'CD'));
    expect(count({ coderIds: [other] }).totals).toEqual([1, 0, 1]);
    expect(count({ coderIds: [] }).totals).toEqual([0, 0, 0]);
    expect(count({ statuses: ['planned', 'not in place'] }).totals).toEqual([1, 1, 2]);
    expect(count({ companyIds: [count({}).table.columns[1]?.id ?? 0] })).toMatchObject({
      heads: ['B'],
      totals: [1, 1],
    });
  });
});

it('a practitioner’s column holds the excerpts of her words under all her ids', () => {
  const { count } = makeStudy();
  const { heads, rows, totals } = count({ kind: 'practitioner' });
  expect(heads).toEqual(['P1 W1 S1', 'W2', 'P3']);
  // The passage of Anna and Ben stands in both columns and is one excerpt in the row.
  expect(rows).toEqual([
    [2, 0, 1, 3],
    [1, 2, 0, 2],
    [2, 0, 0, 2],
    [2, 0, 0, 2],
  ]);
  // The interviewer’s question has no column.
  expect(totals).toEqual([6, 2, 1, 8]);
  const companyIds = [count({}).table.columns[1]?.id ?? 0];
  expect(count({ kind: 'practitioner', companyIds })).toMatchObject({ heads: ['P3'], totals: [1, 1] });
});

describe('every number', () => {
  const { study, codeIds, count } = makeStudy();
  const excerptsOf = (filter: EvidenceFilter) =>
    new Set(listEvidence(study.read, filter).map(({ excerptId }) => excerptId)).size;
  const filterOf = (kind: (typeof crosstabKinds)[number], { id, label }: { id: number; label: string }) =>
    ({
      transcript: { transcriptId: id },
      company: { companyId: id },
      practitioner: { practitionerId: id },
      technique: { techniques: [label] },
      role: { roles: [label] },
    })[kind];

  it.each(crosstabKinds)('of codes by %s is that of the excerpts it opens', (kind) => {
    const { table } = count({ kind });
    const isSpoken = kind === 'practitioner' || kind === 'role' || undefined;
    for (const { codeId, total, at, counts } of table.rows) {
      expect(excerptsOf({ codeIds: [codeId], isSpoken })).toBe(total);
      table.columns.forEach((column, place) => {
        const shown = counts[at.indexOf(place)] ?? 0;
        expect(excerptsOf({ codeIds: [codeId], ...filterOf(kind, column) })).toBe(shown);
      });
    }
    for (const column of table.columns)
      expect(excerptsOf({ codeIds, ...filterOf(kind, column) })).toBe(column.total);
    expect(excerptsOf({ codeIds, isSpoken })).toBe(table.total);
  });

  it('of persons is that of the practitioners in the excerpts it opens', () => {
    const { table } = count({ counts: 'persons' });
    for (const { codeId, total } of table.rows) {
      const evidence = listEvidence(study.read, { codeIds: [codeId], isSpoken: true });
      const persons = evidence.flatMap(({ speakers }) =>
        speakers.map(({ practitionerId }) => practitionerId),
      );
      expect(new Set(persons).size).toBe(total);
    }
  });
});

describe('codes together', () => {
  const { study, codeIds, idOf } = makeStudy();
  const count = (
    nearTurns: number | null,
    counts: 'excerpts' | 'persons' = 'excerpts',
    withSubCodes = false,
  ) =>
    countCoOccurrence(study.read, { counts, withSubCodes, nearTurns, codeIds }).rows.map(
      ({ at, counts: found }) => codeIds.map((_, column) => found[at.indexOf(column)] ?? 0),
    );

  it('overlap', () => {
    expect(count(null)).toEqual([
      [4, 1, 1, 0],
      [1, 2, 0, 0],
      [1, 0, 2, 2],
      [0, 0, 2, 2],
    ]);
  });

  it('are near within so many turns, the interviewer’s counted', () => {
    // “Versions of data?” is one turn before “in a store”.
    expect(count(0)[0]).toEqual([4, 1, 1, 0]);
    expect(count(1)[0]).toEqual([4, 1, 2, 0]);
    // From “All sets.” in turn 1 to “No time.” in turn 4 there are three.
    expect(count(2)[0]).toEqual([4, 1, 2, 0]);
    expect(count(3)[0]).toEqual([4, 2, 2, 0]);
  });

  it('are said by one person', () => {
    expect(count(null, 'persons')[0]).toEqual([2, 1, 1, 0]);
    expect(count(3, 'persons')[0]).toEqual([2, 1, 1, 0]);
  });

  it('open the excerpts of their pairs', () => {
    const choice = { counts: 'excerpts', withSubCodes: false, nearTurns: null } as const;
    const pair = findPairedExcerpts(study.read, choice, [idOf('Store'), idOf('Full store')]);
    expect(pair.pairs).toBe(2);
    const evidence = listEvidence(study.read, {
      excerptIds: pair.excerptIds,
      codeIds: [idOf('Store'), idOf('Full store')],
    });
    expect(evidence.map(({ quote, code }) => `${code}: ${quote}`).sort()).toEqual([
      'Full store: The store is full.',
      'Full store: store is full',
      'Store: The store is full.',
    ]);
  });
});
