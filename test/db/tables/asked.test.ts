import { describe, expect, it } from 'vitest';
import { listAsked, listAskedIn, setAsked } from '../../../db/tables/asked.ts';
import { deleteSession } from '../../../db/tables/sessions.ts';
import { addTranscript, countRows, dumpTables, makeOpenStudy } from '../../support/study.ts';

function makeStudy() {
  const study = makeOpenStudy();
  study.transact({ label: 'Make' }, (write) => {
    addTranscript(write, { name: 'T', company: 'A', technique: 'P', lines: [['P1', 'Yes.']] });
  });
  return study;
}

describe('what was asked in a session', () => {
  it('is what was set last, and only the difference is written', () => {
    const study = makeStudy();
    study.transact({ label: 'Ask' }, (write) => setAsked(write, 1, ['D1', 'D2', 'D1']));
    const before = countRows(study.read, 'changes');
    study.transact({ label: 'Ask less' }, (write) => setAsked(write, 1, ['D2', '1.1']));
    expect(listAskedIn(study.read, 1)).toEqual(['1.1', 'D2']);
    expect(countRows(study.read, 'changes') - before).toBe(2);
    study.transact({ label: 'The same' }, (write) => setAsked(write, 1, ['1.1', 'D2']));
    expect(study.history.undo).toBe('Ask less');
    study.undo();
    expect(listAsked(study.read)).toEqual([
      { sessionId: 1, itemRef: 'D1' },
      { sessionId: 1, itemRef: 'D2' },
    ]);
  });

  it('goes with its session and comes back with it', () => {
    const study = makeStudy();
    study.transact({ label: 'Ask' }, (write) => setAsked(write, 1, ['D1']));
    const before = dumpTables(study.read);
    study.transact({ label: 'Delete' }, (write) => deleteSession(write, 1));
    expect(countRows(study.read, 'asked')).toBe(0);
    study.undo();
    expect(dumpTables(study.read)).toEqual(before);
  });
});
