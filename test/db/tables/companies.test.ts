import { describe, expect, it } from 'vitest';
import {
  deleteCompany,
  ensureCompany,
  findCompany,
  insertCompany,
  listCompanies,
} from '../../../db/tables/companies.ts';
import { savePlacement } from '../../../db/tables/placements.ts';
import { findSession, toFreeSessionLabel } from '../../../db/tables/sessions.ts';
import {
  deleteTranscript,
  getTranscriptText,
  listTranscripts,
  toFreeTranscriptName,
} from '../../../db/tables/transcripts.ts';
import { addTranscript, countRows, makeOpenStudy } from '../../support/study.ts';

describe('a company', () => {
  it('is found by its label before it is found by the name of another one', () => {
    const study = makeOpenStudy();
    study.transact({ label: 'Add' }, (write) => {
      insertCompany(write, { label: 'X', name: 'A' });
      insertCompany(write, { label: 'A', name: 'Acme' });
    });
    expect(findCompany(study.read, 'a')?.label).toBe('A');
    expect(findCompany(study.read, 'ACME')?.label).toBe('A');
  });

  it('takes a name as soon as one is known, and keeps it', () => {
    const study = makeOpenStudy();
    study.transact({ label: 'Add' }, (write) => {
      const id = ensureCompany(write, 'A');
      expect(ensureCompany(write, 'a', 'Acme')).toBe(id);
      expect(ensureCompany(write, 'A', 'Other')).toBe(id);
    });
    expect(listCompanies(study.read)).toMatchObject([{ label: 'A', name: 'Acme' }]);
  });

  it('counts its transcripts and practitioners', () => {
    const study = makeOpenStudy();
    study.transact({ label: 'Import' }, (write) => {
      addTranscript(write, {
        name: 'T',
        company: 'A',
        technique: 'W',
        lines: [
          ['W1', 'a'],
          ['W2', 'b'],
        ],
      });
      ensureCompany(write, 'B');
    });
    expect(
      listCompanies(study.read).map(({ transcripts, practitioners }) => [transcripts, practitioners]),
    ).toEqual([
      [1, 2],
      [0, 0],
    ]);
  });

  it('goes with all that is its own and leaves the others alone', () => {
    const study = makeOpenStudy();
    study.transact({ label: 'Import' }, (write) => {
      for (const [company, label] of [
        ['A', 'P1'],
        ['B', 'P2'],
      ] as const)
        addTranscript(write, { name: company, company, technique: 'P', lines: [[label, 'Yes.']] });
      deleteCompany(write, 1);
    });
    for (const table of [
      'companies',
      'practitioners',
      'participants',
      'sessions',
      'transcripts',
      'turns',
      'originals',
    ])
      expect([table, countRows(study.read, table)]).toEqual([table, 1]);
  });

  it.each([-0.5, 0.25, Number.POSITIVE_INFINITY])('cannot be placed at %d', (value) => {
    const study = makeOpenStudy();
    const place = () =>
      study.transact({ label: 'Place' }, (write) => {
        const companyId = ensureCompany(write, 'A');
        savePlacement(write, { companyId, value, rationale: '', date: null, coderId: null });
      });
    expect(place).toThrow('constraint failed');
  });
});

describe('a transcript', () => {
  const importTwo = () => {
    const study = makeOpenStudy();
    study.transact({ label: 'Import' }, (write) => {
      for (const name of ['T', 'U'])
        addTranscript(write, { name, company: 'A', technique: 'P', lines: [['P1', name]] });
    });
    return study;
  };

  it('takes its session along when that has no other', () => {
    const study = importTwo();
    study.transact({ label: 'Delete' }, (write) => deleteTranscript(write, 1));
    expect(findSession(study.read, 'T')).toBeUndefined();
    expect(listTranscripts(study.read).map(({ name }) => name)).toEqual(['U']);
    expect(() => getTranscriptText(study.read, 1)).toThrow('not in the study any more');
  });

  it('of a session with another one leaves it the session', () => {
    const study = importTwo();
    study.transact({ label: 'Move' }, (write) => write.run('UPDATE transcripts SET session_id = 1'));
    study.transact({ label: 'Delete' }, (write) => deleteTranscript(write, 1));
    expect(findSession(study.read, 'T')).toBeDefined();
  });

  it('with the name of another one gets a number, whatever the case', () => {
    const study = importTwo();
    expect(toFreeTranscriptName(study.read, 't')).toBe('t (2)');
    expect(toFreeSessionLabel(study.read, 'T')).toBe('T (2)');
    expect(toFreeTranscriptName(study.read, 'V')).toBe('V');
  });
});
