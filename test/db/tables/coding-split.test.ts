import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newGuid } from '../../../db/guid.ts';
import { isWithinPair } from '../../../db/model/span.ts';
import { integer, query } from '../../../db/sql.ts';
import type { Study } from '../../../db/study.ts';
import { splitCoding } from '../../../db/tables/coding-split.ts';
import { getCoding, listCodingsOfTranscript, updateCoding } from '../../../db/tables/codings.ts';
import { listAlteredExcerpts } from '../../../db/tables/excerpts.ts';
import { listRatings, saveRating } from '../../../db/tables/ratings.ts';
import { getTranscriptText } from '../../../db/tables/transcripts.ts';
import { addCoding, addTranscript, countRows, dumpTables, makeOpenStudy } from '../../support/study.ts';

const words = 'We keep 😀 versions in Artifactory.';

function makeStudy(said = words): Study {
  const study = makeOpenStudy();
  study.transact({ label: 'Import' }, (write) =>
    addTranscript(write, { name: 'T', company: 'A', technique: 'P', lines: [['P1', said]] }),
  );
  return study;
}

const add = (study: Study, quote: string, code = 'D1', coder = 'AB') =>
  study.transact({ label: 'Code' }, (write) => addCoding(write, { transcript: 'T', quote, code, coder }));
const split = (study: Study, id: number, offset: number) =>
  study.transact({ label: 'Split' }, (write) => splitCoding(write, id, offset));
const quotes = (study: Study) => listCodingsOfTranscript(study.read, 1).map(({ quote }) => quote);
const offsetOf = (study: Study, part: string) => getTranscriptText(study.read, 1).indexOf(part);

describe('splitting a coding', () => {
  it('makes two that say the same, the first of them the one that there was', () => {
    const study = makeStudy();
    const id = add(study, words);
    study.transact({ label: 'Say' }, (write) =>
      updateCoding(write, id, { status: 'partly', evidence: 'artefact', comment: 'Seen.' }),
    );
    const [first, second] = split(study, id, offsetOf(study, 'versions'));
    expect(first).toBe(id);
    expect(quotes(study)).toEqual(['We keep 😀 ', 'versions in Artifactory.']);
    const { quote, start, end, excerptId, ...says } = getCoding(study.read, first);
    expect(getCoding(study.read, second)).toMatchObject({ ...says, id: second });
    expect(countRows(study.read, 'excerpts')).toBe(2);
  });

  it('leaves the codings of others on the whole passage', () => {
    const study = makeStudy();
    const id = add(study, words);
    add(study, words, 'D1', 'CD');
    split(study, id, offsetOf(study, 'versions'));
    expect(quotes(study).toSorted()).toEqual([words, 'We keep 😀 ', 'versions in Artifactory.'].toSorted());
  });

  it('becomes one with the same coding that stands on a part already, and keeps both comments', () => {
    const study = makeStudy();
    const there = add(study, 'versions in Artifactory.');
    const id = add(study, words);
    study.transact({ label: 'Say' }, (write) => {
      updateCoding(write, there, { comment: 'Later.' });
      updateCoding(write, id, { comment: 'Seen.', status: 'planned' });
    });
    const [, second] = split(study, id, offsetOf(study, 'versions'));
    expect(second).toBe(there);
    expect(getCoding(study.read, there)).toMatchObject({ comment: 'Seen.\nLater.', status: 'planned' });
    expect(quotes(study)).toHaveLength(2);
  });

  it('lets ratings rest on both parts, while nobody else codes the whole', () => {
    const study = makeStudy();
    const id = add(study, words);
    const { excerptId } = getCoding(study.read, id);
    study.transact({ label: 'Rate' }, (write) =>
      saveRating(write, {
        companyId: 1,
        itemRef: '1.1',
        value: 'F',
        rationale: '',
        coderId: 1,
        excerptIds: [excerptId],
      }),
    );
    const parts = split(study, id, offsetOf(study, 'versions'));
    expect(listRatings(study.read)[0]?.excerptIds.toSorted()).toEqual(
      parts.map((part) => getCoding(study.read, part).excerptId).toSorted(),
    );
  });

  it('leaves memos of the coding and of its passage with the first part', () => {
    const study = makeStudy();
    const id = add(study, words);
    const { excerptId } = getCoding(study.read, id);
    study.transact({ label: 'Memo' }, (write) => {
      write.insert('memos', { guid: newGuid(), codingId: id, text: 'On the coding' });
      write.insert('memos', { guid: newGuid(), excerptId, text: 'On the passage' });
    });
    const [first] = split(study, id, offsetOf(study, 'versions'));
    const memos = query(
      { onCoding: integer, onExcerpt: integer },
      'SELECT coalesce(sum(coding_id = ?), 0) AS onCoding, coalesce(sum(excerpt_id = ?), 0) AS onExcerpt FROM memos',
    );
    expect(study.read.get(memos, first, getCoding(study.read, first).excerptId)).toEqual({
      onCoding: 1,
      onExcerpt: 1,
    });
  });

  it.each([
    ['at its start', (start: number) => start],
    ['at its end', (_: number, end: number) => end],
    ['outside of it', (_: number, end: number) => end + 3],
    ['within an emoji', (start: number) => start + 'We keep '.length + 1],
    ['at no whole number', (start: number) => start + 0.5],
  ])('%s is refused and changes nothing', (_, toOffset) => {
    const study = makeStudy();
    const id = add(study, words);
    const { start, end } = getCoding(study.read, id);
    const before = dumpTables(study.read);
    expect(() => split(study, id, toOffset(start, end))).toThrow(RangeError);
    expect(dumpTables(study.read)).toEqual(before);
  });

  it('keeps every unit of text in one part, each quote as the text says, and is undone exactly', () => {
    const said = fc
      .string({ unit: 'grapheme', minLength: 2, maxLength: 40 })
      .map((one) => one.trim())
      .filter((one) => one.length > 1);
    fc.assert(
      fc.property(said, fc.nat(), fc.boolean(), (one, place, isShared) => {
        const study = makeStudy(one);
        const id = add(study, one);
        if (isShared) add(study, one, 'D2', 'CD');
        const text = getTranscriptText(study.read, 1);
        const { start, end } = getCoding(study.read, id);
        const offset = start + 1 + (place % (end - start - 1));
        fc.pre(!isWithinPair(text, offset));
        const before = dumpTables(study.read);
        const parts = split(study, id, offset).map((part) => getCoding(study.read, part));
        expect(parts.map((part) => [part.start, part.end])).toEqual([
          [start, offset],
          [offset, end],
        ]);
        for (const part of parts) expect(part.quote).toBe(text.slice(part.start, part.end));
        expect(listAlteredExcerpts(study.read)).toEqual([]);
        study.undo();
        expect(dumpTables(study.read)).toEqual(before);
        study.close();
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
