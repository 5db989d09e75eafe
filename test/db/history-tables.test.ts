import { describe, expect, it } from 'vitest';
import { newGuid } from '../../db/guid.ts';
import { listColumns, listTrackedTables } from '../../db/history-triggers.ts';
import { integer, query, type ReadHandle, text } from '../../db/sql.ts';
import type { Study } from '../../db/study.ts';
import { setAsked } from '../../db/tables/asked.ts';
import { insertAttribute, setAttributeValue } from '../../db/tables/attributes.ts';
import { rememberImportChoice } from '../../db/tables/import-choices.ts';
import { insertMemo } from '../../db/tables/memos.ts';
import { savePlacement } from '../../db/tables/placements.ts';
import { saveRating } from '../../db/tables/ratings.ts';
import { addPresence, listSessions } from '../../db/tables/sessions.ts';
import { keepVersion } from '../../db/tables/transcript-versions.ts';
import {
  addCoding,
  addTranscript,
  countRows,
  dumpTables,
  makeOpenStudy,
  openAgain,
} from '../support/study.ts';

/** A study with at least one row in every table. */
function makeFullStudy(): Study {
  const study = makeOpenStudy();
  study.transact({ label: 'Fill' }, (write) => {
    addTranscript(write, {
      name: 'A_P1',
      company: 'A',
      technique: 'P',
      lines: [
        ['P1', 'We do 😀 so.'],
        ['I', 'Why?'],
      ],
    });
    addPresence(write, listSessions(write)[0]?.id ?? 0, 1);
    addCoding(write, { transcript: 'A_P1', quote: 'We do 😀', code: 'D1' });
    setAsked(write, 1, ['D1', '1.1']);
    const attributeId = insertAttribute(write, { name: 'Level', kind: 'choice', choices: ['“a”', 'b'] });
    setAttributeValue(write, attributeId, 1, '“a”');
    const judgement = { companyId: 1, rationale: 'So it is.', coderId: 1 };
    saveRating(write, { ...judgement, itemRef: '1.1', value: 'L', excerptIds: [1] });
    savePlacement(write, { ...judgement, value: 0.5, date: null });
    const memo = { transcriptId: 1, author: 'AB', writtenAt: null, text: 'Ask again.' };
    insertMemo(write, { ...memo, span: null });
    insertMemo(write, { ...memo, span: { start: 4, end: 9 } });
    keepVersion(write, 1, 'file');
    keepVersion(write, 1, 'edit');
    write.insert('memo_links', { memoId: 1, excerptId: 1 });
    write.insert('summaries', {
      guid: newGuid(),
      companyId: 1,
      codeId: 1,
      text: 'They do.',
      coderId: 1,
      changedAt: '2026-01-01T00:00:00Z',
    });
    write.insert('saved_queries', {
      guid: newGuid(),
      name: 'All',
      query: '{}',
      createdAt: '2026-01-01T00:00:00Z',
    });
    rememberImportChoice(write, 'speaker', 'A', { kind: 'nobody' });
  });
  return study;
}

const trackedTables = listTrackedTables(makeOpenStudy().read).map(({ name }) => name);

describe('the record of changes', () => {
  it('is kept of every table but its own, and of none that is derived', () => {
    const all = query(
      { name: text },
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name <> 'sqlite_schema' ORDER BY name",
    );
    const names = makeOpenStudy()
      .read.all(all)
      .map(({ name }) => name);
    expect(names.filter((name) => !trackedTables.includes(name))).toEqual(['changes', 'steps']);
  });

  it('is tried below with a row in every table', () => {
    const { read } = makeFullStudy();
    expect(trackedTables.filter((table) => countRows(read, table) === 0)).toEqual([]);
  });
});

/** Returns an update that changes one column of every row, or undefined when the table has only keys. */
function writeUpdate(read: ReadHandle, table: string): string | undefined {
  const column = listColumns(read, table).find(({ name }) =>
    ['guid', 'bytes', 'label', 'value', 'choice'].includes(name),
  );
  if (!column) return undefined;
  if (column.isBlob) return `UPDATE ${table} SET ${column.name} = x'00ff10'`;
  // Joined as text: the answer of a JSON function would be recorded as JSON.
  return `UPDATE ${table} SET ${column.name} = '[' || json_quote('~' || ${column.name}) || ']'`;
}

describe.each(trackedTables)('a step on the table %s', (table) => {
  it('is undone and redone exactly when it deletes every row, with all that hangs on them', () => {
    const study = makeFullStudy();
    const before = dumpTables(study.read);
    // Techniques, which sessions rest on, cannot be deleted under them.
    const sql = table === 'techniques' ? "DELETE FROM techniques WHERE letter = 'S'" : `DELETE FROM ${table}`;
    study.transact({ label: 'Delete' }, (write) => write.run(sql));
    const after = dumpTables(study.read);
    expect(after).not.toEqual(before);
    expectBothWays(study, before, after);
  });

  it('is undone and redone exactly when it changes every row', () => {
    const study = makeFullStudy();
    const sql = writeUpdate(study.read, table);
    if (sql === undefined)
      return expect(['asked', 'memo_links', 'rating_excerpts', 'session_participants']).toContain(table);
    const before = dumpTables(study.read);
    study.transact({ label: 'Change' }, (write) => write.run(sql));
    const after = dumpTables(study.read);
    expect(after[table]).not.toEqual(before[table]);
    expectBothWays(study, before, after);
  });
});

/** Undoes and redoes twice, closing and opening the file in between. */
function expectBothWays(study: Study, before: unknown, after: unknown): void {
  let open = study;
  for (let round = 0; round < 2; round++) {
    open.undo();
    expect(dumpTables(open.read)).toEqual(before);
    open.close();
    open = openAgain(study.path);
    open.redo();
    expect(dumpTables(open.read)).toEqual(after);
  }
}

describe('deleting a practitioner', () => {
  it('leaves the turns without a speaker, and undo gives each its speaker back', () => {
    const study = makeFullStudy();
    const spoken = query({ turns: integer }, 'SELECT count(participant_id) AS turns FROM turns');
    study.transact({ label: 'Delete practitioner' }, (write) => write.run('DELETE FROM practitioners'));
    expect(study.read.get(spoken).turns).toBe(0);
    expect(countRows(study.read, 'turns')).toBe(2);
    study.undo();
    expect(study.read.get(spoken).turns).toBe(1);
  });
});
