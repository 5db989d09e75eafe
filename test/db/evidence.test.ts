import { describe, expect, it } from 'vitest';
import { listClaims } from '../../db/claims.ts';
import { type EvidenceFilter, listEvidence, listExcerptPlaces } from '../../db/evidence.ts';
import { listPersonsByCode } from '../../db/persons.ts';
import { findItemCode, findOpenCode } from '../../db/tables/codes.ts';
import { deleteCoding } from '../../db/tables/codings.ts';
import { saveRating } from '../../db/tables/ratings.ts';
import { listTranscriptNames } from '../../db/tables/transcripts.ts';
import { addCoding, addTranscript, makeOpenStudy } from '../support/study.ts';

/** Anna is P1 and W1 of company A, Ben W2 of company A, P3 is of company B. */
function makeStudy() {
  const study = makeOpenStudy();
  study.transact({ label: 'Fill' }, (write) => {
    const people = { P1: 'Anna', W1: 'Anna', W2: 'Ben' };
    addTranscript(write, {
      name: 'A_P',
      company: 'A',
      technique: 'P',
      people,
      lines: [
        ['I', 'Versions?'],
        ['P1', 'We keep versions.'],
      ],
    });
    addTranscript(write, {
      name: 'A_W',
      company: 'A',
      technique: 'W',
      people,
      lines: [
        ['W1', 'All sets.'],
        ['W2', 'Not all.'],
        [null, 'Noise.'],
      ],
    });
    addTranscript(write, { name: 'B_P', company: 'B', technique: 'P', lines: [['P3', 'None.']] });
    addCoding(write, { transcript: 'A_P', quote: 'We keep versions.', code: 'D5' });
    addCoding(write, { transcript: 'A_W', quote: 'All sets.\nW2: Not all.', code: 'D5', status: 'partly' });
    addCoding(write, { transcript: 'A_W', quote: 'Noise', code: 'D5', coder: 'CD', status: 'planned' });
    addCoding(write, {
      transcript: 'B_P',
      quote: 'None.',
      code: 'Doubt',
      status: 'not in place',
      evidence: 'artefact',
    });
  });
  return study;
}

const { read } = makeStudy();
const quotesFor = (filter: EvidenceFilter) => listEvidence(read, filter).map(({ quote }) => quote);

describe('the evidence', () => {
  it('has for each passage everybody whose words it covers, but no interviewer and nobody unknown', () => {
    const speakers = listEvidence(read).map((row) => row.speakers.map(({ participant }) => participant));
    expect(speakers).toEqual([['P1'], ['W1', 'W2'], [], ['P3']]);
  });

  it('does not count the speakers before and after a passage that fills a turn to its ends', () => {
    const study = makeStudy();
    study.transact({ label: 'Code' }, (write) => {
      addCoding(write, { transcript: 'A_W', quote: 'W1: All sets.\n', code: 'First' });
      addCoding(write, { transcript: 'A_W', quote: 'W2: Not all.\n', code: 'Second' });
    });
    const who = (code: string) => {
      const codeId = findOpenCode(study.read, code)?.id ?? 0;
      const [row] = listEvidence(study.read, { codeIds: [codeId] });
      return [row?.speakers.map(({ participant }) => participant), listPersonsByCode(study.read).get(codeId)];
    };
    expect(who('First')).toEqual([['W1'], 1]);
    expect(who('Second')).toEqual([['W2'], 1]);
  });

  it('tells place, technique, company, coder and code of each passage', () => {
    expect(listEvidence(read)[3]).toMatchObject({
      quote: 'None.',
      transcript: 'B_P',
      company: 'B',
      technique: 'P',
      date: '2021-02-03',
      code: 'Doubt',
      itemRef: null,
      coder: 'AB',
      status: 'not in place',
      evidence: 'artefact',
      turnIndex: 0,
    });
  });

  it('follows every filter, and all of them at once', () => {
    const transcriptId = listTranscriptNames(read).find(({ name }) => name === 'A_W')?.id;
    expect(quotesFor({ companyId: 2 })).toEqual(['None.']);
    expect(quotesFor({ techniques: ['W', 'S'] })).toHaveLength(2);
    expect(quotesFor({ itemRefs: ['D5'] })).toHaveLength(3);
    expect(quotesFor({ codeIds: [findItemCode(read, 'D5')?.id ?? 0] })).toHaveLength(3);
    expect(quotesFor({ statuses: ['planned'] })).toEqual(['Noise']);
    expect(quotesFor({ coderId: 2 })).toEqual(['Noise']);
    expect(quotesFor({ transcriptId })).toHaveLength(2);
    expect(quotesFor({ practitionerId: 1 })).toEqual(['We keep versions.', 'All sets.\nW2: Not all.']);
    expect(quotesFor({ practitionerId: 1, techniques: ['P'], statuses: ['in place'] })).toEqual([
      'We keep versions.',
    ]);
    expect(quotesFor({ itemRefs: [] })).toEqual([]);
  });

  it('counts persons of a code, not participant ids', () => {
    expect(listPersonsByCode(read).get(findItemCode(read, 'D5')?.id ?? 0)).toBe(2);
  });

  it('makes one claim for each company and code', () => {
    expect(listClaims(read)).toMatchObject([
      {
        companyId: 1,
        itemRef: 'D5',
        codings: 3,
        persons: 2,
        techniques: ['P', 'W'],
        degree: 3,
        conflict: false,
      },
      { companyId: 2, itemRef: null, codings: 1, persons: 1, degree: 1 },
    ]);
  });

  it('makes claims of the codings of some coders alone', () => {
    expect(listClaims(read, [2])).toMatchObject([
      { companyId: 1, itemRef: 'D5', codings: 1, persons: 0, degree: 0 },
    ]);
    expect(listClaims(read, [])).toEqual([]);
  });
});

describe('the place of an excerpt', () => {
  it('is known also when a rating rests on it and nobody codes it any more', () => {
    const study = makeStudy();
    const [coding] = listEvidence(study.read, { companyId: 2 });
    const excerptId = coding?.excerptId ?? 0;
    const rating = { companyId: 2, itemRef: '1.1', value: 'N', rationale: '', coderId: 1 } as const;
    study.transact({ label: 'Rate' }, (write) => saveRating(write, { ...rating, excerptIds: [excerptId] }));
    study.transact({ label: 'Delete coding' }, (write) => deleteCoding(write, coding?.id ?? 0));
    expect(listExcerptPlaces(study.read, [excerptId])).toMatchObject([
      { excerptId, quote: 'None.', transcript: 'B_P', technique: 'P', speakers: [{ participant: 'P3' }] },
    ]);
  });
});
