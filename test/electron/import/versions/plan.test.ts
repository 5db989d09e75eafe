import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planVersion } from '../../../../electron/import/versions/plan.ts';
import { findEdits } from '../../../../electron/import/versions/text-diff.ts';

/** An excerpt on the first place of a text that says the quote, with nothing on it. */
function excerptOf(text: string, quote: string, id = 1) {
  const start = text.indexOf(quote);
  return {
    id,
    start,
    end: start + quote.length,
    quote,
    codes: [],
    says: new Map([['1 1', 'in place']]),
    codings: 1,
    ratings: 0,
    memos: 0,
  };
}

function planFor(before: string, after: string, quote: string) {
  const { kept, changed, lost } = planVersion(before, after, [excerptOf(before, quote)]);
  return {
    kept: kept.map((move) => move.quote),
    changed: changed.map(({ move }) => move.quote),
    lost: lost.map((one) => one.quote),
  };
}

const talk = 'P1: We deploy by hand on Fridays.\nI: Why?\nP1: Nobody has had time to automate it so far.\n';

describe('the edits between two texts', () => {
  it('make the later text of the former one, and cut no character in two', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    const changes = fc.array(fc.record({ at: fc.nat(60), cut: fc.nat(10), put: text }), { maxLength: 4 });
    fc.assert(
      fc.property(text, changes, (before, list) => {
        const characters = [...before];
        for (const { at, cut, put } of list) characters.splice(at, cut, ...put);
        const after = characters.join('');
        let [made, taken, written] = ['', 0, 0];
        for (const { start, end, inserted } of findEdits(before, after)) {
          made += before.slice(taken, start);
          written += start - taken;
          made += after.slice(written, written + inserted);
          expect([before.slice(0, start), before.slice(0, end)].every((part) => part.isWellFormed())).toBe(
            true,
          );
          taken = end;
          written += inserted;
        }
        expect(made + before.slice(taken)).toBe(after);
      }),
      { numRuns: 300 },
    );
  });

  it('keep two emoji that share their first half whole', () => {
    expect(findEdits('a 😀 b', 'a 😁 b')).toEqual([{ start: 2, end: 4, inserted: 2 }]);
  });

  it('take what was written anew as one edit', () => {
    const edits = findEdits('P1: We deploy by hand.\n', 'P1: Everything is automatic.\n');
    expect(edits).toHaveLength(1);
  });
});

describe('the plan for a corrected text', () => {
  it('moves an excerpt to the corrected words when its first or last word was misheard', () => {
    const before = 'P1: We keep every dataset in the cellar.\n';
    const after = 'P1: We keep all datasets in the attic.\n';
    expect(planFor(before, after, 'every dataset in the cellar').changed).toEqual([
      'all datasets in the attic',
    ]);
  });

  it('keeps an excerpt whose words stand elsewhere now because something was put before it', () => {
    const after = talk.replace('I: Why?', 'I: Why is that so, in your opinion?');
    expect(planFor(talk, after, 'Nobody has had time')).toEqual({
      kept: ['Nobody has had time'],
      changed: [],
      lost: [],
    });
  });

  it('changes an excerpt in which a word was corrected', () => {
    const after = talk.replace('Fridays', 'Thursdays');
    expect(planFor(talk, after, 'We deploy by hand on Fridays.').changed).toEqual([
      'We deploy by hand on Thursdays.',
    ]);
  });

  it('finds a passage that was moved', () => {
    const [first = '', second = '', third = ''] = talk.split('\n');
    const after = [third, first, second].join('\n');
    expect(planFor(talk, after, 'Nobody has had time to automate it').kept).toEqual([
      'Nobody has had time to automate it',
    ]);
  });

  it('loses an excerpt whose words are gone', () => {
    const after = talk.replace('P1: We deploy by hand on Fridays.\n', '');
    expect(planFor(talk, after, 'We deploy by hand on Fridays.').lost).toEqual([
      'We deploy by hand on Fridays.',
    ]);
  });

  it('loses one of two excerpts that would become one and say the contrary of each other', () => {
    const before = 'P1: We deploy by hand, today and always.\n';
    const first = excerptOf(before, 'We deploy by hand', 1);
    const second = {
      ...excerptOf(before, 'We deploy by hand, today', 2),
      says: new Map([['1 1', 'planned']]),
    };
    const other = { ...second, id: 3, says: new Map([['1 2', 'planned']]) };
    const plan = planVersion(before, 'P1: We deploy by hand.\n', [first, second, other]);
    expect(plan.lost.map(({ id }) => id)).toEqual([2]);
    expect(plan.changed.map(({ move }) => move.id)).toEqual([3]);
  });

  it('keeps what was not touched of a long turn that has no line ends', () => {
    const long = `P1: ${Array.from({ length: 400 }, (_, index) => `Sentence ${index} says something.`).join(' ')}\n`;
    const after = long
      .replace('Sentence 7 says something.', 'Sentence 7 says a little more.')
      .replace('Sentence 390', 'Phrase 390');
    expect(planFor(long, after, 'Sentence 200 says something. Sentence 201 says').kept).toHaveLength(1);
    expect(planFor(long, after, 'Sentence 7 says something.').changed).toEqual([
      'Sentence 7 says a little more.',
    ]);
  });

  it('is made for texts of hundreds of thousands of lines that are all changed', { timeout: 60_000 }, () => {
    const plan = planVersion('A\n'.repeat(200_000), 'B\n'.repeat(200_000), [excerptOf('A\nA', 'A\nA')]);
    expect(plan.lost).toHaveLength(1);
  });

  it('loses an excerpt of which little more than its first word is left', () => {
    const after = talk.replace('We deploy by hand on Fridays', 'We know no such thing at all, I fear');
    expect(planFor(talk, after, 'We deploy by hand on Fridays.').lost).toHaveLength(1);
  });

  it('gives each excerpt exactly one place or none, and its quote is what stands there', () => {
    const words = fc.array(fc.constantFrom('we', 'deploy', '😀', 'by', 'hand', 'مرحبا', 'é', 'now', '\n'), {
      minLength: 3,
      maxLength: 40,
    });
    fc.assert(
      fc.property(
        words,
        words,
        fc.array(fc.tuple(fc.nat(39), fc.nat(39)), { maxLength: 6 }),
        (old, other, spans) => {
          const before = old.join(' ');
          const after = [...old.slice(0, old.length >> 1), ...other].join(' ');
          const excerpts = spans.flatMap(([from, to], id) => {
            const quote = old.slice(Math.min(from, to), Math.max(from, to) + 1).join(' ');
            return quote.trim() === '' ? [] : [excerptOf(before, quote, id)];
          });
          const { kept, changed, lost } = planVersion(before, after, excerpts);
          const moves = [...kept, ...changed.map(({ move }) => move)];
          expect(moves.length + lost.length).toBe(excerpts.length);
          for (const { start, end, quote } of moves) {
            expect(after.slice(start, end)).toBe(quote);
            expect(quote.isWellFormed() && start < end).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
