import { chineseCharacters, koreanSyllables } from './charset-letters.ts';

type DoubleByteSet = 'gb18030' | 'shift_jis' | 'euc-jp' | 'big5' | 'euc-kr';

const punctuation = /[、。，：；？！「」『』（）《》“”‘’—…～・ー\u3000]/;
const hiragana = /\p{Script=Hiragana}/u;
const katakana = /[\u30a0-\u30ff]/;
const hangul = /[\uac00-\ud7a3]/;
const ideograph = /[\u4e00-\u9fa5]/;
const ascii = /[A-Za-z]/;

/**
 * Scores how well text decoded as a set of two bytes a character reads, a mean for each character beyond ASCII: more
 * than a half when it has the frequent characters of its language, negative when bytes do not fit the set.
 */
export function scoreDoubleByte(text: string, charset: DoubleByteSet): number {
  let [points, characters] = [0, 0];
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character < '\x80') continue;
    characters += 1;
    points += rate(character, charset);
    // Words of Latin letters stand beside others, but a letter with an accent would stand within one.
    if (ascii.test(text.charAt(index - 1))) points -= 0.4;
    if (ascii.test(text.charAt(index + 1))) points -= 0.4;
  }
  return characters === 0 ? 0 : points / characters;
}

function rate(character: string, charset: DoubleByteSet): number {
  const code = character.charCodeAt(0);
  if (code === 0xfffd || code < 0xa0) return -4;
  // Private characters, halves of pairs.
  if (code >= 0xd800 && code < 0xf900) return -3;
  if (punctuation.test(character)) return 0.8;
  if (charset === 'euc-kr') return rateKorean(character);
  return charset === 'gb18030' || charset === 'big5' ? rateChinese(character) : rateJapanese(character);
}

function rateChinese(character: string): number {
  if (chineseCharacters.has(character)) return 1;
  return ideograph.test(character) ? 0.2 : -0.6;
}

function rateJapanese(character: string): number {
  if (hiragana.test(character)) return 1;
  if (katakana.test(character)) return 0.6;
  // Half-width syllables are bytes of their own, which other sets are full of.
  return ideograph.test(character) ? 0.3 : -0.8;
}

function rateKorean(character: string): number {
  if (koreanSyllables.has(character)) return 1;
  return hangul.test(character) ? 0.3 : -0.8;
}
