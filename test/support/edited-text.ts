import fc from 'fast-check';
import type { Replacement } from '../../db/model/replacement.ts';
import type { Span } from '../../db/model/span.ts';

/** Letters of which texts are made to be edited: pairs, marks, emoji of many parts, right to left, Chinese, white space. */
const letters = fc.constantFrom(
  ...[
    'a',
    'b',
    ' ',
    '\n',
    'e\u0301',
    '\u0301',
    '😀',
    '👩‍👩‍👧',
    '🇩🇪',
    '𝒳',
    'ש\u05c1',
    'ע',
    'م',
    '的',
    '中',
    'ก\u0e33',
  ],
);

export const anyText = fc.array(letters, { maxLength: 30 }).map((units) => units.join(''));

const offsets = (length: number) => fc.integer({ min: 0, max: length });

/** Replacements at any offsets, also within a pair: those are made whole before they are carried out. */
export const replacementsOf = (text: string): fc.Arbitrary<Replacement[]> =>
  fc.array(fc.tuple(offsets(text.length), offsets(text.length), anyText), { maxLength: 5 }).map((wishes) =>
    wishes
      .map(([one, other, written]) => ({
        start: Math.min(one, other),
        end: Math.max(one, other),
        text: written,
      }))
      .toSorted((left, right) => left.start - right.start || left.end - right.end)
      .filter((one, index, all) => all.slice(0, index).every(({ end }) => end <= one.start)),
  );

/** Passages of whole characters, as somebody selects them. */
export const passagesOf = (text: string): fc.Arbitrary<Span[]> => {
  const cuts = [...new Intl.Segmenter().segment(text)].map(({ index }) => index).concat(text.length);
  if (cuts.length < 2) return fc.constant([]);
  const place = fc.nat({ max: cuts.length - 1 });
  return fc.array(fc.tuple(place, place), { maxLength: 6 }).map((wishes) =>
    wishes
      .filter(([one, other]) => one !== other)
      .map(([one, other]) => ({
        start: cuts[Math.min(one, other)] ?? 0,
        end: cuts[Math.max(one, other)] ?? 0,
      })),
  );
};

/** A text, edits of it, and passages that somebody coded. */
export const editedText = anyText.chain((text) =>
  fc.record({ text: fc.constant(text), replacements: replacementsOf(text), passages: passagesOf(text) }),
);
