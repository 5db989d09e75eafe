import { describe, expect, it } from 'vitest';
import {
  type CodeChoice,
  type Condition,
  openQuestion,
  type RetrievalFilter,
} from '../../../db/model/retrieval.ts';
import { describeQuestion, type QuestionNames } from '../../../renderer/retrieve/question-words.ts';

const named = (kind: string) => (id: number) => `${kind}${id}`;
const names: QuestionNames = {
  code: named('D'),
  company: (id) => ['', 'A', 'B'][id] ?? '',
  practitioner: named('Ann'),
  coder: named('AB'),
  transcript: named('T'),
  technique: (letter) => (letter === 'W' ? 'Workshop' : letter),
};
const coded = (...ids: number[]): CodeChoice => ({ ids, withSubCodes: false });
const say = (filter: RetrievalFilter, condition: Condition | null = null) =>
  describeQuestion({ ...openQuestion, filter, condition }, names);
const at = (...ids: number[]) => ({ codes: coded(...ids), condition: null });

describe('a question as a sentence', () => {
  it.each<[string, RetrievalFilter, Condition | null]>([
    ['All coded excerpts.', {}, null],
    ['Excerpts coded with D1, D2 or D3.', { codes: coded(1, 2, 3) }, null],
    ['Excerpts coded with D1 (with sub-codes).', { codes: { ids: [1], withSubCodes: true } }, null],
    ['Excerpts coded with a code that is gone.', { codes: coded() }, null],
    [
      'Excerpts coded with D1 in company A or B in Workshop of status planned from 2021-01-01.',
      { codes: coded(1), companyIds: [1, 2], techniques: ['W'], statuses: ['planned'], from: '2021-01-01' },
      null,
    ],
    ['All coded excerpts that say “slow”.', { words: 'slow' }, null],
    [
      'All coded excerpts, within 2 turns of an excerpt of D2, and not overlapping an excerpt of D3.',
      {},
      {
        is: 'and',
        of: [
          { is: 'near', turns: 2, target: at(2) },
          { is: 'not', of: { is: 'overlapping', target: at(3) } },
        ],
      },
    ],
    [
      'All coded excerpts, followed within 1 turn by any other excerpt.',
      {},
      { is: 'followed by', turns: 1, target: { codes: null, condition: null } },
    ],
    [
      'All coded excerpts, of which at least 2 hold: inside an excerpt of D1; containing an excerpt of D2; in the same turn as an excerpt of D3.',
      {},
      {
        is: 'at least',
        number: 2,
        of: [
          { is: 'inside', target: at(1) },
          { is: 'containing', target: at(2) },
          { is: 'near', turns: 0, target: at(3) },
        ],
      },
    ],
    [
      'All coded excerpts, overlapping an excerpt of D1 that is itself (inside an excerpt of D2).',
      {},
      { is: 'overlapping', target: { codes: coded(1), condition: { is: 'inside', target: at(2) } } },
    ],
  ])('%s', (sentence, filter, condition) => {
    expect(say(filter, condition)).toBe(sentence);
  });

  it('cuts a long list, for a sentence is to be read', () => {
    expect(say({ codes: coded(1, 2, 3, 4, 5, 6, 7, 8) })).toBe(
      'Excerpts coded with D1, D2, D3, D4, D5 or 3 others.',
    );
  });
});
