import { describe, expect, it } from 'vitest';
import { mendStrings } from '../../../../electron/import/pdf/glyphs.ts';

describe('strings made of glyphs', () => {
  it('get their soft hyphens back', () => {
    const glyphs = [...'We semi\u00adauto', '\u00ad', ...'mate.'];
    expect(mendStrings(['We semiauto', '', 'mate.'], glyphs)).toEqual([
      'We semi\u00adauto\u00ad',
      '',
      'mate.',
    ]);
  });

  it('have the letters of Arabic ligatures in order, and the article as it was', () => {
    const fromTheLeft = ['ي', 'ل', 'لآ', 'ا'];
    expect(mendStrings(['اآللي'], fromTheLeft)).toEqual(['الآلي']);
    expect(mendStrings(['العمل'], [...'لمعلا'])).toEqual(['العمل']);
  });

  it('stay as they are from where they do not go together with the glyphs', () => {
    expect(mendStrings(['ab', 'cd', 'ef'], ['a', 'b', 'xyz'])).toEqual(['ab', 'cd', 'ef']);
  });
});
