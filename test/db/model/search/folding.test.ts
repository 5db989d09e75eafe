import { describe, expect, it } from 'vitest';
import {
  apart,
  fold,
  foldAt,
  kindAt,
  listVariants,
  mark,
  ofWord,
} from '../../../../db/model/search/folding.ts';
import { integer, query, text } from '../../../../db/sql.ts';
import { makeOpenStudy } from '../../../support/study.ts';

/** Asks the index what it makes of each character between two letters. */
function askIndex(points: readonly number[]): Map<number, string[]> {
  const study = makeOpenStudy();
  const terms = new Map<number, string[]>(points.map((point) => [point, []]));
  study.derive((write) => {
    write.run("CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'transcript_words', 'instance')");
    for (const point of points)
      write.run(
        'INSERT INTO transcript_words (rowid, text) VALUES (?, ?)',
        point,
        `x${String.fromCodePoint(point)}y`,
      );
  });
  const all = query({ doc: integer, term: text }, 'SELECT doc, term FROM temp.terms ORDER BY doc, offset');
  for (const { doc, term } of study.read.iterate(all)) terms.get(doc)?.push(term);
  return terms;
}

describe('the characters of words', () => {
  it('are divided and folded as the index does it, every one of the first 131,072', () => {
    const points = Array.from({ length: 0x1ffff }, (_, index) => index + 1).filter(
      (point) => point < 0xd800 || point > 0xdfff,
    );
    const wrong = [...askIndex(points)].filter(([point, terms]) => {
      const character = String.fromCodePoint(point);
      const kind = kindAt(character, 0);
      if (kind === apart) return terms.join() !== 'x,y';
      if (kind === mark) return terms.join() !== 'xy';
      return terms.join() !== `x${String.fromCodePoint(foldAt(character, 0))}y`;
    });
    expect(wrong.map(([point]) => point.toString(16))).toEqual([]);
  });

  it('lose capitals and accents, whether these are part of the letter or stand behind it', () => {
    expect(fold('ÀÉÎõü Ångström cafe\u0301 Łódź ĐỖ')).toBe('aeiou angstrom cafe łodz đo');
    expect(kindAt('\u0301', 0)).toBe(mark);
    expect(kindAt('e', 0)).toBe(ofWord);
  });

  it('know every character that is folded into a letter', () => {
    const forms = String.fromCodePoint(...listVariants('e'.charCodeAt(0)));
    expect(forms).toMatch(/^eEÈÉÊË/);
    expect(fold(forms)).toBe('e'.repeat([...forms].length));
  });
});
