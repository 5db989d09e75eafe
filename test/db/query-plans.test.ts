import { afterAll, describe, expect, it, vi } from 'vitest';
import {
  listCodedExcerpts,
  listCodedPassages,
  listSpeakersOfExcerpts,
  listTurnsOfExcerpts,
} from '../../db/coded-excerpts.ts';
import { listEvidence } from '../../db/evidence.ts';
import { transact } from '../../db/history.ts';
import { listExcerptsLinkedFrom } from '../../db/linked-excerpts.ts';
import { listMemosByIds, listMemosInTranscript, listMemosLinkedTo, listMemosOn } from '../../db/memos.ts';
import { openQuestion, type RetrievalFilter } from '../../db/model/retrieval.ts';
import { listCodedSpans, listTurnsOf } from '../../db/passages.ts';
import { listPersonsByCode } from '../../db/persons.ts';
import { findCodings, listFoundEvidence } from '../../db/retrieval.ts';
import { getContext } from '../../db/retrieval-context.ts';
import { findSearchedText, listTurnSpeakers } from '../../db/search.ts';
import type { ReadHandle, WriteHandle } from '../../db/sql.ts';
import { closeStudyFile, openStudyFile } from '../../db/study-file.ts';
import { listCodeUsage } from '../../db/tables/codes.ts';
import { applyCode, deleteCoding, listCodingsOfTranscript, resizeCoding } from '../../db/tables/codings.ts';
import { findTranscriptByHash, listTranscripts } from '../../db/tables/transcripts.ts';
import { listSpeakerSpans, listTurns } from '../../db/tables/turns.ts';
import { addCoding, addTranscript, makeStudyFile } from '../support/study.ts';

const file = openStudyFile(makeStudyFile());
const { connection } = file;
transact(connection, { label: 'Fill' }, (write) => {
  addTranscript(write, { name: 'T', company: 'A', technique: 'P', lines: [['P1', 'We do so.']] });
  addCoding(write, { transcript: 'T', quote: 'We do', code: 'D1' });
});
afterAll(() => closeStudyFile(file));

/** Returns how SQLite goes about every statement that the work prepares, one line a step. */
function planOf(work: () => unknown): string[] {
  const prepare = vi.spyOn(connection, 'prepare');
  work();
  const statements = prepare.mock.calls.map(([sql]) => sql).filter((sql) => !sql.includes('open_step'));
  prepare.mockRestore();
  return statements.flatMap((sql) => {
    const values = [...sql.matchAll(/\?/g)].map(() => null);
    return connection
      .prepare<null[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...values)
      .map(({ detail }) => detail);
  });
}

const planOfReading = (work: (read: ReadHandle) => unknown) => planOf(() => work(file.read));
const planOfWriting = (work: (write: WriteHandle) => unknown) =>
  planOf(() => transact(connection, { label: 'Work' }, work));

/** Tables that grow with every transcript, by their names and their aliases in the queries. */
const growing = /^SCAN (turns?|t|excerpts?|e|codings?|k|transcripts?|tr|memos?|m|memo_links|l)\b/;
const code = { ids: [1], withSubCodes: true };
const near = { is: 'near', turns: 2, target: { codes: code, condition: null } } as const;
const retrieve = (read: ReadHandle, filter: RetrievalFilter) =>
  findCodings(read, { question: { ...openQuestion, filter, condition: near }, grouping: 'none' });

const scans = (plan: string[]) => plan.filter((detail) => growing.test(detail));

describe('what a screen asks for while one works', () => {
  it.each<[string, (read: ReadHandle) => unknown]>([
    ['the codings of a transcript', (read) => listCodingsOfTranscript(read, 1)],
    ['the turns of a transcript', (read) => listTurns(read, 1)],
    ['the places of its turns', (read) => listSpeakerSpans(read, 1)],
    ['the evidence of a code', (read) => listEvidence(read, { codeIds: [1] })],
    ['the evidence of a scheme item', (read) => listEvidence(read, { itemRefs: ['D1'] })],
    ['the evidence of an excerpt', (read) => listEvidence(read, { excerptIds: [1] })],
    ['the evidence of a transcript', (read) => listEvidence(read, { transcriptId: 1 })],
    ['the evidence of a company', (read) => listEvidence(read, { companyId: 1, itemRefs: ['D1'] })],
    ['the memos on a company', (read) => listMemosOn(read, { on: 'company', id: 1 })],
    ['the memos on an excerpt and its codings', (read) => listMemosOn(read, { on: 'excerpt', id: 1 })],
    ['the memos of a transcript', (read) => listMemosInTranscript(read, 1)],
    ['the memos that link to an excerpt', (read) => listMemosLinkedTo(read, 1)],
    ['a page of memos', (read) => listMemosByIds(read, [1, 2])],
    ['the excerpts a memo links to', (read) => listExcerptsLinkedFrom(read, 1)],
    ['the codings of a code, with their turns', (read) => retrieve(read, { codes: code })],
    ['those of a company', (read) => retrieve(read, { companyIds: [1] })],
    ['those of a transcript', (read) => retrieve(read, { transcriptIds: [1] })],
    ['those of a person', (read) => retrieve(read, { codes: code, practitionerIds: [1] })],
    ['those of an excerpt', (read) => retrieve(read, { excerptIds: [1] })],
    ['a page of what was found', (read) => listFoundEvidence(read, [1])],
    ['the words around an excerpt', (read) => getContext(read, 1, { unit: 'turns', number: 1 })],
    ['a text that is searched', (read) => findSearchedText(read, 1)],
    ['the speakers of its turns', (read) => listTurnSpeakers(read, 1)],
    [
      'the turns of a participant',
      (read) => listTurnsOf(read, { whose: { kind: 'participant', participantId: 1 }, transcriptIds: [] }),
    ],
    ['where a coder has put a code', (read) => listCodedSpans(read, 1, 1)],
    ['whether a file was imported before', (read) => findTranscriptByHash(read, 'x')],
  ])('%s reads no growing table whole', (_, work) => {
    const plan = planOfReading(work);
    expect(plan.length).toBeGreaterThan(0);
    expect(scans(plan)).toEqual([]);
  });

  it('the list of transcripts counts turns and codings by index', () => {
    const plan = planOfReading(listTranscripts);
    expect(plan).toContainEqual(expect.stringMatching(/^SEARCH t USING COVERING INDEX turns_by_place/));
    expect(plan).toContainEqual(expect.stringMatching(/^SEARCH e USING COVERING INDEX/));
    expect(plan).toContainEqual(expect.stringMatching(/^SEARCH k USING COVERING INDEX/));
  });

  it('the use of codes reads the index of excerpts once, and that of codings by key', () => {
    expect(scans(planOfReading(listCodeUsage))).toEqual([
      expect.stringMatching(/^SCAN e USING COVERING INDEX/),
    ]);
  });

  it('the persons of a code are found from each passage to its turns, never over all turns', () => {
    const plan = planOfReading(listPersonsByCode);
    const later = planOf(() => {
      transact(connection, { label: 'Code' }, (write) => {
        addCoding(write, { transcript: 'T', quote: 'do so', code: 'D2' });
      });
      listPersonsByCode(file.read);
    });
    // After a change, one transcript is read again.
    expect(later).toContainEqual(
      expect.stringMatching(/^SEARCH e USING COVERING INDEX \w+ \(transcript_id=\?\)/),
    );
    expect(plan).toContainEqual(
      'SEARCH t USING INDEX turns_by_place (transcript_id=? AND start_offset>? AND start_offset<?)',
    );
    expect(plan).toContainEqual(
      'SEARCH first USING COVERING INDEX turns_by_place (transcript_id=? AND start_offset<?)',
    );
    expect(scans(plan)).toEqual([expect.stringMatching(/^SCAN e USING COVERING INDEX/)]);
  });

  it('tables of codes read excerpts and codings by their indexes alone', () => {
    const plan = planOfReading(listCodedPassages);
    expect(plan).toEqual([
      expect.stringMatching(/^SCAN e USING COVERING INDEX/),
      expect.stringMatching(/^SEARCH k USING COVERING INDEX/),
    ]);
    expect(planOfReading(listCodedExcerpts)).toEqual(plan);
  });

  it('speakers and turns of excerpts are found by place, never over all turns', () => {
    for (const plan of [planOfReading(listSpeakersOfExcerpts), planOfReading(listTurnsOfExcerpts)]) {
      expect(plan).toContainEqual(expect.stringMatching(/^SEARCH t USING INDEX turns_by_place/));
      expect(scans(plan)).toEqual([expect.stringMatching(/^SCAN e\b/)]);
    }
  });
});

describe('what is written while one works', () => {
  const coding = {
    transcriptId: 1,
    codeId: 2,
    coderId: 1,
    status: 'partly',
    evidence: 'artefact',
    comment: '',
  } as const;

  it.each<[string, (write: WriteHandle) => unknown]>([
    ['coding a passage', (write) => applyCode(write, { ...coding, start: 0, end: 3 })],
    ['moving a boundary', (write) => resizeCoding(write, 1, { start: 1, end: 5 })],
    ['deleting a coding', (write) => deleteCoding(write, 1)],
  ])('%s reads no growing table whole', (_, work) => {
    expect(scans(planOfWriting(work))).toEqual([]);
  });
});
