import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromPlainText } from '../../db/model/memo-document.ts';
import { integer, query, text } from '../../db/sql.ts';
import type { Change, Study } from '../../db/study.ts';
import { deleteMemo, updateMemo, writeNewMemo } from '../../db/tables/memos.ts';
import { addCoding, addTranscript, dumpTables, makeOpenStudy } from '../support/study.ts';

const stepCount = query({ steps: integer }, 'SELECT count(*) AS steps FROM steps');
const changes = query(
  { table: text, rows: integer },
  'SELECT table_name AS "table", count(*) AS rows FROM changes GROUP BY 1 ORDER BY 1',
);
const countSteps = (study: Study) => study.read.get(stepCount).steps;

function makeStudy(): Study {
  const study = makeOpenStudy();
  study.transact({ label: 'Fill' }, (write) => {
    addTranscript(write, {
      name: 'T',
      company: 'A',
      technique: 'P',
      lines: [['P1', 'We deploy by hand, she said.']],
    });
    for (const quote of ['We deploy', 'by hand', 'she said'])
      addCoding(write, { transcript: 'T', quote, code: 'R3' });
  });
  study.forgetHistory();
  return study;
}

const begin = (study: Study, label = 'Write') =>
  study.transact({ label, coderId: 1 }, (write) =>
    writeNewMemo(write, {
      target: { on: 'study' },
      kind: 'note',
      title: '',
      coderId: 1,
      document: fromPlainText(''),
    }),
  );

const save = (study: Study, id: number, document: string, label = 'Write', coderId = 1) =>
  study.transact({ label, coderId, continues: true }, (write) => updateMemo(write, id, { document }));

function linkTo(...ids: readonly number[]): string {
  const links = ids.map((excerptId) => ({
    type: 'excerpt-link',
    excerptId,
    speaker: '',
    quote: `${excerptId}`,
  }));
  return JSON.stringify({ root: { type: 'root', children: [{ type: 'paragraph', children: links }] } });
}

describe('saves of one sitting', () => {
  it('are one step with what began it, with one record of the row, and tell each time what changed', () => {
    const study = makeStudy();
    const before = dumpTables(study.read);
    const heard: Change[] = [];
    study.onChange((change) => heard.push(change));
    const id = begin(study);
    for (const words of ['A', 'As', 'Ask']) save(study, id, fromPlainText(words));
    expect(countSteps(study)).toBe(1);
    expect(study.read.all(changes)).toEqual([{ table: 'memos', rows: 1 }]);
    expect(heard.map(({ tables }) => tables)).toEqual([['memos'], ['memos'], ['memos'], ['memos']]);
    const after = dumpTables(study.read);
    for (let round = 0; round < 2; round++) {
      expect(study.undo()).toBe('Write');
      expect(dumpTables(study.read)).toEqual(before);
      expect(study.redo()).toBe('Write');
      expect(dumpTables(study.read)).toEqual(after);
    }
  });

  it('go on after an undo and a redo of the step', () => {
    const study = makeStudy();
    const before = dumpTables(study.read);
    const id = begin(study);
    study.undo();
    study.redo();
    save(study, id, fromPlainText('more'));
    const after = dumpTables(study.read);
    expect(countSteps(study)).toBe(1);
    study.undo();
    expect(dumpTables(study.read)).toEqual(before);
    study.redo();
    expect(dumpTables(study.read)).toEqual(after);
  });

  it.each([
    ['another label', (study: Study, id: number) => save(study, id, fromPlainText('b'), 'Rename')],
    ['another coder', (study: Study, id: number) => save(study, id, fromPlainText('b'), 'Write', 2)],
    ['another row', (study: Study) => save(study, begin(study, 'Begin'), fromPlainText('b'))],
    [
      'a pause of more than a minute',
      (study: Study, id: number) => {
        study.transact({ label: 'Write', coderId: 1 }, (write) => {
          write.run("UPDATE steps SET done_at = '2020-01-01T00:00:00.000Z'");
          updateMemo(write, id, { title: 'later' });
        });
        study.undo();
        save(study, id, fromPlainText('b'));
      },
    ],
    [
      'a step in between',
      (study: Study, id: number) => {
        study.transact({ label: 'Delete' }, (write) => deleteMemo(write, beginOther(write)));
        save(study, id, fromPlainText('b'));
      },
    ],
  ])('are steps of their own after %s', (_, act) => {
    const study = makeStudy();
    const id = begin(study);
    const before = dumpTables(study.read);
    act(study, id);
    expect(countSteps(study)).toBeGreaterThan(1);
    while (countUndone(study) < countSteps(study) - 1) study.undo();
    expect(dumpTables(study.read)).toEqual(before);
  });

  it('are not joined by steps that do not say that they go on', () => {
    const study = makeStudy();
    const id = begin(study);
    study.transact({ label: 'Write', coderId: 1 }, (write) => updateMemo(write, id, { title: 'T' }));
    expect(countSteps(study)).toBe(2);
  });
});

const undone = query({ steps: integer }, 'SELECT count(*) AS steps FROM steps WHERE undone = 1');
const countUndone = (study: Study) => study.read.get(undone).steps;

function beginOther(write: Parameters<Parameters<Study['transact']>[1]>[0]): number {
  return writeNewMemo(write, {
    target: { on: 'company', id: 1 },
    kind: 'note',
    title: '',
    coderId: 1,
    document: fromPlainText('x'),
  });
}

describe('any sitting', () => {
  const links = fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 });

  it('is undone to the state before it as a whole, and redone to its last state', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(links, { minLength: 1, maxLength: 6 }), (isNew, saves) => {
        const study = makeStudy();
        const known = isNew ? undefined : begin(study, 'Begin');
        const before = dumpTables(study.read);
        const id = known ?? begin(study);
        for (const ids of saves) save(study, id, linkTo(...ids));
        const after = dumpTables(study.read);
        expect(countSteps(study)).toBe(isNew ? 1 : 2);
        study.undo();
        expect(dumpTables(study.read)).toEqual(before);
        study.redo();
        expect(dumpTables(study.read)).toEqual(after);
        study.undo();
        expect(dumpTables(study.read)).toEqual(before);
        study.close();
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
