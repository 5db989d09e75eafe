import { type Language, languages } from './charset-letters.ts';

const letter = /[\p{L}\p{M}]/u;
const ascii = /[A-Za-z]/;
const quotes = /[“”„‚‘’«»‹›¿¡]/;
const dashes = /[–—…]/;
const quiet = /[\u00a0\u00ad°§€£©®™·½¼¾•ªº²³×±µ№]/;
// It’s, don’t, we’re; l’usine, qu’il, c’est.
const contraction = /^(?:(?:s|t|re|ve|ll|d|m)(?![\p{L}])|[aeiouhéèàêAEIOUHÉ])/u;

/** How one character of a text counts, whatever the language, and the letter to be looked up. */
type Mark = { points: number; letter?: string };

/**
 * Scores how well text decoded as a set of one byte a character reads, a mean for each character beyond ASCII: about
 * 1 when it is words of a language written in that set, negative when signs and capitals stand within words.
 */
export function scoreSingleByte(text: string, charset: string): number {
  const counts = new Map<string, number>();
  let [points, characters] = [0, 0];
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) < 0x80) continue;
    const mark = rate(text, index);
    characters += 1;
    points += mark.points;
    if (mark.letter !== undefined) counts.set(mark.letter, (counts.get(mark.letter) ?? 0) + 1);
  }
  if (characters === 0) return 0;
  const spoken = languages.filter(({ charsets }) => charsets.includes(charset));
  const best = Math.max(...spoken.map((language) => weigh(counts, language)));
  return (points + best) / characters;
}

function weigh(counts: ReadonlyMap<string, number>, { letters }: Language): number {
  let sum = 0;
  for (const [character, count] of counts) sum += count * (letters.get(character) ?? -0.7);
  return sum;
}

function rate(text: string, index: number): Mark {
  const [before, character, after] = [text.charAt(index - 1), text.charAt(index), text.charAt(index + 1)];
  if (letter.test(character))
    return { points: rateLetter(before, character, after), letter: toLower(character) };
  const code = text.charCodeAt(index);
  if (code < 0xa0 || code === 0xfffd) return { points: -4 };
  const isWithin = letter.test(before) && letter.test(after);
  if (character === '’' && isWithin)
    return { points: contraction.test(text.slice(index + 1, index + 4)) ? 1.5 : 0.3 };
  if (dashes.test(character)) return { points: 0.7 };
  if (isWithin) return { points: /[\u00ad·]/.test(character) ? 0 : -3 };
  if (quotes.test(character)) return { points: 0.8 };
  return { points: quiet.test(character) ? 0.2 : -1.5 };
}

/** Capitals come first in a word or in words of capitals, and a word keeps to one script. */
function rateLetter(before: string, character: string, after: string): number {
  const isCapital = isUpper(character);
  let points = isCapital ? -0.1 : 0;
  if (isCapital && isLower(before)) points -= 3;
  if (isLower(character) && isUpper(after)) points -= 3;
  // A quotation mark that was taken for a letter follows a comma or a full stop.
  if (/[,.!?;]/.test(before)) points -= 1;
  const isLatin = /\p{Script=Latin}/u.test(character);
  if (!isLatin && (ascii.test(before) || ascii.test(after))) points -= 2;
  return points;
}

function isUpper(character: string): boolean {
  return character !== character.toLowerCase();
}

function isLower(character: string): boolean {
  return character !== character.toUpperCase();
}

/** Greek accents stay; the capital of a letter counts as the letter. */
function toLower(character: string): string {
  return character === 'İ' ? 'ı' : character.toLowerCase();
}
