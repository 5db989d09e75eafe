import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../../db/model/search/folding.ts';
import { toIndexExpression } from '../../../../db/model/search/index-expression.ts';
import { parseQuery } from '../../../../db/model/search/parse-query.ts';
import { toPartPattern } from '../../../../db/model/search/part-pattern.ts';
import { splitWords } from '../../../../db/model/search/query-tokens.ts';
import { WordsMatcher } from '../../../../db/model/search/words-matcher.ts';
import { integer, query as sqlQuery } from '../../../../db/sql.ts';
import { makeOpenStudy } from '../../../support/study.ts';

const find = (query: string, text: string, isExact = false) =>
  new WordsMatcher(parseQuery(query), isExact).find(text).map(({ start, end }) => text.slice(start, end));

describe('the places of a query for words', () => {
  it.each([
    ['deploy', 'Deploy, deploys; DEPLOY!', ['Deploy', 'DEPLOY']],
    ['deploy*', 'Deploy, deploys; redeploy', ['Deploy', 'deploys']],
    ['cafe', 'Café, cafe\u0301, cafes', ['Café', 'cafe\u0301']],
    ['Café', 'CAFE', ['CAFE']],
    ['"on friday"', 'on\nFriday. On a Friday.', ['on\nFriday']],
    ['"on fri"*', 'on Friday, on Fritz', ['on Friday', 'on Fritz']],
    ['don’t', "We don't, don t", ["don't", 'don t']],
    ['a b', 'a c', []],
    ['a b', 'b a', ['b', 'a']],
    ['a NOT b', 'a b', []],
    ['a NOT b', 'a c a', ['a', 'a']],
    ['a OR b', 'b c', ['b']],
    ['deploy OR "deploy it"', 'deploy it, deploy', ['deploy it', 'deploy']],
    ['NEAR(deploy friday, 2)', 'Friday we may deploy. Deploy now or next Friday.', ['Friday we may deploy']],
    ['NEAR(a b c, 1)', 'c a x b a c', ['b a c']],
    ['𝒜x', 'so 𝒜X and 𝒜', ['𝒜X']],
    ['𐐀b', 'so 𐐨B and 𐐀', ['𐐨B']],
    ['東京', '東京 と 東京都', ['東京']],
    ['東京', '東\u0301京', ['東\u0301京']],
  ])('%s in “%s”', (query, text, places) => {
    expect(find(query, text)).toEqual(places);
  });

  it('count capitals and accents where these matter', () => {
    expect(find('Deploy', 'Deploy deploy DEPLOY', true)).toEqual(['Deploy']);
    expect(find('Caf*', 'Cafés cafe Cáfe', true)).toEqual(['Cafés']);
  });

  it('lie in what is to be looked at, and so does what is left out', () => {
    const matcher = new WordsMatcher(parseQuery('a NOT b'), false);
    const scope =
      (from: number) =>
      () =>
      ({ start }: { start: number }) =>
        start >= from;
    expect(matcher.find('b a a', scope(3))).toMatchObject([{ start: 4, end: 5 }]);
    expect(matcher.find('a b a', scope(2))).toEqual([]);
  });

  it('are just in the texts that the index finds', () => {
    const study = makeOpenStudy();
    const letter = fc.constantFrom(
      'a',
      'A',
      'á',
      'a\u0301',
      'b',
      'ß',
      'Ǡ',
      'ſ',
      'я',
      'Я',
      '東',
      'ไ',
      'ทั',
      '𐐀',
      '1',
      '\u0301',
    );
    const word = fc.array(letter, { minLength: 1, maxLength: 3 }).map((letters) => letters.join(''));
    const gap = fc.constantFrom(' ', '\n', '-', '’', ', ', ' 😀 ', '\u0301 ');
    const text = fc
      .array(fc.tuple(word, gap), { minLength: 1, maxLength: 8 })
      .map((parts) => parts.flat().join(''));
    const phrase = fc
      .tuple(fc.array(word, { minLength: 1, maxLength: 2 }), fc.boolean())
      .map(([words, isPrefix]) => `"${words.join(' ')}"${isPrefix ? '*' : ''}`)
      .filter((written) => splitWords(written).length > 0);
    const query = fc.oneof(
      phrase,
      fc.tuple(phrase, fc.constantFrom(' ', ' OR ', ' NOT '), phrase).map((parts) => parts.join('')),
      fc.tuple(phrase, phrase, fc.nat({ max: 2 })).map(([one, two, n]) => `NEAR(${one} ${two}, ${n})`),
    );
    const inIndex = sqlQuery(
      { id: integer },
      'SELECT rowid AS id FROM transcript_words WHERE transcript_words MATCH ?',
    );
    let id = 0;
    fc.assert(
      fc.property(text, query, (body, written) => {
        id += 1;
        study.derive((write) => {
          write.run('DELETE FROM transcript_words');
          write.run('INSERT INTO transcript_words (rowid, text) VALUES (?, ?)', id, body);
        });
        const parsed = parseQuery(written);
        const found = study.read.find(inIndex, toIndexExpression(parsed, true)) !== undefined;
        const places = new WordsMatcher(parsed, false).find(body);
        expect(places.length > 0).toBe(found);
        for (const { start, end } of places) expect(end).toBeGreaterThan(start);
      }),
      { numRuns: 1500 },
    );
  });

  it('point at the very words', () => {
    const word = fc.stringMatching(/^[a-zéüñ]{1,4}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), fc.nat(), (words, which) => {
        const wanted = words[which % words.length] ?? '';
        const found = find(wanted, words.join(' '));
        expect(found).toEqual(words.filter((one) => fold(one) === fold(wanted)));
      }),
    );
  });
});

describe('a part of a word', () => {
  const findPart = (part: string, text: string, isExact = false) => [
    ...(text.match(toPartPattern(part, isExact)) ?? []),
  ];

  it.each([
    ['ploy', 'deployment, Employ', ['ploy', 'ploy']],
    ['データ', 'このデータは大事です。データ', ['データ', 'データ']],
    ['部署', '我们每天部署模型', ['部署']],
    ['ข้อมูล', 'เราใช้ข้อมูลทุกวัน', ['ข้อมูล']],
    ['CAFE', 'cafés, cafe\u0301s', ['café', 'cafe\u0301']],
    ['on  friday', 'on\nFriday', ['on\nFriday']],
    ['a.b-d (c)', 'axb-d c, a.b-d (c)', ['a.b-d (c)']],
    ['w-{2}/', 'ww/ w-{2}/', ['w-{2}/']],
    ['𐐀', '𐐨', ['𐐨']],
  ])('%s in “%s”', (part, text, places) => {
    expect(findPart(part, text)).toEqual(places);
  });

  it('counts capitals and accents where these matter', () => {
    expect(findPart('Plo', 'deploy DePloy', true)).toEqual(['Plo']);
  });

  it('is found, or refused in a sentence, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.boolean(), (part, isExact) => {
        if (part.trim() === '' || (!isExact && fold(part).trim() === '')) return;
        expect(`x${part}y`).toMatch(toPartPattern(part, isExact));
      }),
      { numRuns: 1000 },
    );
  });
});
