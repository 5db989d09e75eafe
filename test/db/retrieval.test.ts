import { describe, expect, it } from 'vitest';
import { listEvidence } from '../../db/evidence.ts';
import {
  type CodeChoice,
  type Condition,
  type Grouping,
  openQuestion,
  type RetrievalFilter,
  type Target,
} from '../../db/model/retrieval.ts';
import { findCodings, listFoundEvidence } from '../../db/retrieval.ts';
import { getContext } from '../../db/retrieval-context.ts';
import { findItemCode, findOpenCode, insertOpenCode } from '../../db/tables/codes.ts';
import { addCoding, addTranscript, makeOpenStudy } from '../support/study.ts';

/** P1 and W1 are Ann, P2 is Ben; company B has Cy, a manager. */
const study = makeOpenStudy();
const ids = study.transact({ label: 'Fill' }, (write) => {
  addTranscript(write, {
    name: 'A_P1',
    company: 'A',
    technique: 'P',
    people: { P1: 'Ann' },
    lines: [
      ['I', 'How do you label?'],
      ['P1', 'We label by hand. It is slow and it hurts.'],
      ['I', 'And then?'],
      ['P1', 'Then we train at night.'],
      ['P1', 'Nobody trusts the café model.'],
    ],
  });
  addTranscript(write, {
    name: 'A_W1',
    company: 'A',
    technique: 'W',
    people: { W1: 'Ann', P2: 'Ben' },
    lines: [
      ['W1', 'Labels come from hand work.'],
      ['P2', 'I train models weekly.'],
    ],
  });
  addTranscript(write, {
    name: 'B_P3',
    company: 'B',
    technique: 'P',
    people: { P3: 'Cy' },
    lines: [['P3', '標籤由人手製作。 Labels are made by hand.']],
  });
  const handId = insertOpenCode(write, { name: 'hand work' });
  const pain = insertOpenCode(write, { name: 'pain', parentId: handId });
  return {
    pain,
    byHand: addCoding(write, { transcript: 'A_P1', quote: 'We label by hand', code: 'hand work' }),
    slow: addCoding(write, {
      transcript: 'A_P1',
      quote: 'hand. It is slow',
      code: 'pain',
      status: 'planned',
    }),
    hurts: addCoding(write, { transcript: 'A_P1', quote: 'it hurts', code: 'pain', coder: 'CD' }),
    night: addCoding(write, { transcript: 'A_P1', quote: 'train at night', code: 'D1' }),
    trust: addCoding(write, { transcript: 'A_P1', quote: 'trusts the café model', code: 'trust' }),
    labels: addCoding(write, {
      transcript: 'A_W1',
      quote: 'hand work',
      code: 'hand work',
      evidence: 'artefact',
    }),
    weekly: addCoding(write, {
      transcript: 'A_W1',
      quote: 'hand work.\nP2: I train models weekly',
      code: 'D1',
      status: 'partly',
    }),
    made: addCoding(write, { transcript: 'B_P3', quote: 'Labels are made by hand', code: 'hand work' }),
  };
});

type Id = keyof typeof ids;
const nameOf = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
const codeId = (name: string) => (findItemCode(study.read, name) ?? findOpenCode(study.read, name))?.id ?? 0;
const coded = (name: string, withSubCodes = false): CodeChoice => ({ ids: [codeId(name)], withSubCodes });
const at = (name: string): Target => ({ codes: coded(name), condition: null });

function ask(
  filter: RetrievalFilter,
  condition: Condition | null = null,
  grouping: Grouping = 'none',
  shownCoderIds?: number[],
) {
  return findCodings(study.read, {
    question: { ...openQuestion, filter, condition },
    grouping,
    shownCoderIds,
  });
}
const find = (filter: RetrievalFilter, condition: Condition | null = null) =>
  ask(filter, condition).ids.map((id) => nameOf.get(id));
const coderId = (name: string) => listEvidence(study.read).find(({ coder }) => coder === name)?.coderId ?? 0;
const companyId = (label: string) =>
  listEvidence(study.read).find(({ company }) => company === label)?.companyId ?? 0;
const practitionerId = (name: string) =>
  listEvidence(study.read)
    .flatMap(({ speakers }) => speakers)
    .find(({ practitioner }) => practitioner === name)?.practitionerId ?? 0;

describe('what a coding is', () => {
  it.each<[string, RetrievalFilter, Id[]]>([
    ['no filter', {}, ['byHand', 'slow', 'hurts', 'night', 'trust', 'labels', 'weekly', 'made']],
    ['a code alone', { codes: coded('hand work') }, ['byHand', 'labels', 'made']],
    [
      'a code with its sub-codes',
      { codes: coded('hand work', true) },
      ['byHand', 'slow', 'hurts', 'labels', 'made'],
    ],
    ['no code at all', { codes: { ids: [], withSubCodes: true } }, []],
    ['a company', { companyIds: [companyId('B')] }, ['made']],
    ['a technique', { techniques: ['W'] }, ['labels', 'weekly']],
    [
      'a practitioner under every id',
      { practitionerIds: [practitionerId('Ann')] },
      ['byHand', 'slow', 'hurts', 'night', 'trust', 'labels', 'weekly'],
    ],
    ['a practitioner who says a part of it', { practitionerIds: [practitionerId('Ben')] }, ['weekly']],
    ['a role that nobody has', { roles: ['Chief'] }, []],
    ['a role', { roles: ['Engineer'], companyIds: [companyId('B')] }, ['made']],
    ['a role in other letters', { roles: ['ENGINEER'], companyIds: [companyId('B')] }, ['made']],
    ['a status', { statuses: ['planned', 'partly'] }, ['slow', 'weekly']],
    ['an evidence type', { evidence: ['artefact'] }, ['labels']],
    ['a coder', { coderIds: [coderId('CD')] }, ['hurts']],
    ['days', { from: '2021-02-03', to: '2021-02-03', techniques: ['W'] }, ['labels', 'weekly']],
    ['days before all sessions', { to: '2021-02-02' }, []],
    ['words with signs that mean something elsewhere', { words: 'hand. It  IS' }, ['slow']],
    ['words of a sign that stands for any', { words: 'h.nd' }, []],
    ['words without accents and in capitals', { words: 'CAFE' }, ['trust']],
  ])('%s', (_, filter, expected) => {
    expect(find(filter)).toEqual(expected);
  });
});

describe('what lies around it', () => {
  it('also coded with: overlapping text, not only the same passage', () => {
    expect(find({ codes: coded('hand work') }, { is: 'overlapping', target: at('pain') })).toEqual([
      'byHand',
    ]);
    expect(find({ codes: coded('hand work') }, { is: 'same passage', target: at('pain') })).toEqual([]);
  });

  it('but not: no overlapping coding of that code', () => {
    expect(
      find({ codes: coded('hand work') }, { is: 'not', of: { is: 'overlapping', target: at('pain') } }),
    ).toEqual(['labels', 'made']);
  });

  it('within turns: the interviewer’s turn counts', () => {
    const near = (turns: number) => find({ codes: coded('D1') }, { is: 'near', turns, target: at('pain') });
    expect(near(1)).toEqual([]);
    expect(near(2)).toEqual(['night']);
  });

  it('followed by, in this order only', () => {
    expect(find({ codes: coded('pain') }, { is: 'followed by', turns: 2, target: at('D1') })).toEqual([
      'slow',
      'hurts',
    ]);
    expect(find({ codes: coded('D1') }, { is: 'followed by', turns: 9, target: at('pain') })).toEqual([]);
  });

  it('inside a longer one', () => {
    expect(find({ codes: coded('hand work') }, { is: 'inside', target: at('D1') })).toEqual(['labels']);
  });

  it('the filter does not narrow what lies around', () => {
    const condition: Condition = { is: 'near', turns: 2, target: at('pain') };
    expect(find({ codes: coded('D1'), statuses: ['in place'] }, condition)).toEqual(['night']);
  });

  it('a hidden coder’s coding neither is found nor satisfies anything', () => {
    const shown = [coderId('AB')];
    expect(ask({ codes: coded('pain') }, null, 'none', shown).ids).toEqual([ids.slow]);
    const condition: Condition = { is: 'followed by', turns: 0, target: at('pain') };
    expect(ask({ codes: coded('hand work') }, condition, 'none').ids).toEqual([ids.byHand]);
    expect(ask({ codes: coded('hand work') }, condition, 'none', shown).ids).toEqual([]);
    expect(ask({}, null, 'none', []).ids).toEqual([]);
  });
});

describe('what is answered', () => {
  it('counts practitioners, not participant ids, and passages once', () => {
    expect(ask({})).toMatchObject({ codings: 8, excerpts: 8, transcripts: 3, persons: 3 });
    expect(ask({ codes: coded('hand work') })).toMatchObject({ codings: 3, transcripts: 3, persons: 2 });
  });

  it.each<[Grouping, [string, number][]]>([
    [
      'company',
      [
        ['Company A', 7],
        ['Company B', 1],
      ],
    ],
    [
      'technique',
      [
        ['P Interview', 6],
        ['W Workshop', 2],
      ],
    ],
    [
      'transcript',
      [
        ['A_P1', 5],
        ['A_W1', 2],
        ['B_P3', 1],
      ],
    ],
    // The words of weekly are both Ann's and Ben's.
    [
      'practitioner',
      [
        ['Ann · Engineer · company A', 7],
        ['Ben · Engineer · company A', 1],
        ['Cy · Engineer · company B', 1],
      ],
    ],
    [
      'status',
      [
        ['in place', 6],
        ['partly', 1],
        ['planned', 1],
      ],
    ],
    [
      'coder',
      [
        ['Coded by AB', 7],
        ['Coded by CD', 1],
      ],
    ],
  ])('by %s', (grouping, expected) => {
    const { groups, ids: found } = ask({}, null, grouping);
    expect(groups.map(({ title, count }) => [title, count])).toEqual(expected);
    expect(found).toHaveLength(expected.reduce((sum, [, count]) => sum + count, 0));
  });

  it('by code, in the order of the codes', () => {
    expect(ask({}, null, 'code').groups.map(({ title }) => title)).toEqual([
      expect.stringMatching(/^D1 /),
      'hand work',
      'pain',
      'trust',
    ]);
  });

  it('pages hold all that is shown, in the order of the ids, without those that are gone', () => {
    const rows = listFoundEvidence(study.read, [ids.made, 9999, ids.byHand]);
    expect(rows.map(({ id, quote, company }) => [id, quote, company])).toEqual([
      [ids.made, 'Labels are made by hand', 'B'],
      [ids.byHand, 'We label by hand', 'A'],
    ]);
  });

  it('finds words letter by letter in scripts whose marks are no accents', () => {
    const other = makeOpenStudy();
    const quotes = ['กัน', 'กิน', 'がく', 'かく', '각', '가', 'déploy'];
    other.transact({ label: 'Fill' }, (write) => {
      addTranscript(write, {
        name: 'A_P1',
        company: 'A',
        technique: 'P',
        lines: [['P1', quotes.join(' ')]],
      });
      for (const quote of quotes) addCoding(write, { transcript: 'A_P1', quote, code: 'D1' });
    });
    const findQuotes = (words: string) => {
      const question = { ...openQuestion, filter: { words } };
      const { ids: found } = findCodings(other.read, { question, grouping: 'none' });
      return listFoundEvidence(other.read, found).map(({ quote }) => quote);
    };
    expect(findQuotes('กิน')).toEqual(['กิน']);
    expect(findQuotes('かく')).toEqual(['かく']);
    expect(findQuotes('가')).toEqual(['가']);
    expect(findQuotes('Deploy')).toEqual(['déploy']);
    expect(findQuotes('\u0301 ')).toEqual(quotes);
  });

  it('lists in the order of the evidence', () => {
    expect(ask({}).ids).toEqual(listEvidence(study.read).map(({ id }) => id));
  });
});

describe('the words around an excerpt', () => {
  it('by turns: the rest of its own, and so many on either side', () => {
    expect(getContext(study.read, ids.slow, { unit: 'turns', number: 0 })).toEqual({
      before: 'P1: We label by ',
      after: ' and it hurts.\n',
    });
    expect(getContext(study.read, ids.night, { unit: 'turns', number: 1 })).toEqual({
      before: 'I: And then?\nP1: Then we ',
      after: '.\nP1: Nobody trusts the café model.\n',
    });
  });

  it('by characters, in whole sentences', () => {
    const { before, after } = getContext(study.read, ids.hurts, { unit: 'characters', number: 8 });
    expect([before, after]).toEqual(['It is slow and ', '.\nI: And then?\n']);
    const nothing = getContext(study.read, ids.night, { unit: 'characters', number: 0 });
    expect(nothing).toEqual({ before: 'P1: Then we ', after: '.\n' });
  });

  it('is of whole sentences where a text has no turns', () => {
    const notes = makeOpenStudy();
    const codingId = notes.transact({ label: 'Fill' }, (write) => {
      addTranscript(write, {
        name: 'Notes',
        company: 'A',
        technique: 'P',
        lines: [[null, 'Rain. They label by hand. It is slow.']],
      });
      write.run('DELETE FROM turns');
      return addCoding(write, { transcript: 'Notes', quote: 'label', code: 'D1' });
    });
    expect(getContext(notes.read, codingId, { unit: 'turns', number: 1 })).toEqual({
      before: 'Rain. They ',
      after: ' by hand. It is slow.\n',
    });
  });

  it('ends at the ends of the text', () => {
    const { before, after } = getContext(study.read, ids.made, { unit: 'characters', number: 500 });
    expect([before, after]).toEqual(['P3: 標籤由人手製作。 ', '.\n']);
  });
});
