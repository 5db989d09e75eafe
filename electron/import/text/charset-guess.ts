import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { scoreDoubleByte } from './charset-double-byte.ts';
import { scoreSingleByte } from './charset-single-byte.ts';

/** In the order in which they are taken when the letters fit equally well. */
const singleByte = [
  'windows-1252',
  'macroman',
  'windows-1250',
  'iso-8859-2',
  'windows-1251',
  'koi8-r',
  'iso-8859-15',
  'windows-1254',
  'windows-1253',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'iso-8859-5',
  'maccenteuro',
  'maccyrillic',
  'cp850',
  'cp866',
  'windows-874',
];
const doubleByte = ['gb18030', 'shift_jis', 'euc-jp', 'big5', 'euc-kr'] as const;

const sampleBytes = 6_000;
// Less than this is no better than another set by chance.
const leastLead = 0.02;
// A text in a language that is not known here scores less.
const leastScore = 0.25;

/**
 * Guesses the character set of text that is no Unicode, from the words with bytes beyond ASCII: each set is tried, and
 * the one whose letters make words of a language that is written in it is taken. Takes as long for a book as for a page.
 */
export function guessCharset(bytes: Uint8Array): string {
  const sample = takeSample(bytes);
  let best = { charset: 'windows-1252', score: -Infinity };
  const compare = (charset: string, score: number) => {
    if (score > best.score + leastLead) best = { charset, score };
  };
  for (const charset of singleByte) compare(charset, scoreSingleByte(iconv.decode(sample, charset), charset));
  for (const charset of doubleByte) compare(charset, scoreDoubleByte(iconv.decode(sample, charset), charset));
  return best.score >= leastScore ? best.charset : guessOtherwise(sample, best.charset);
}

/** Collects the words that have bytes beyond ASCII. A blank is never the second byte of a character. */
function takeSample(bytes: Uint8Array): Buffer {
  const words: Buffer[] = [];
  let [length, start, hasHigh] = [0, 0, false];
  for (let index = 0; index <= bytes.length && length < sampleBytes; index += 1) {
    const byte = bytes[index] ?? 0x20;
    if (byte > 0x7f) hasHigh = true;
    if (byte > 0x20) continue;
    if (hasHigh) {
      // A text without blanks is one word.
      const word = Buffer.from(bytes.subarray(start, Math.min(index, start + sampleBytes)));
      words.push(word, Buffer.from(' '));
      length += word.length;
    }
    start = index + 1;
    hasHigh = false;
  }
  return Buffer.concat(words);
}

function guessOtherwise(sample: Buffer, otherwise: string): string {
  const name = analyse(sample)[0]?.name.toLowerCase();
  if (name === undefined || name === 'ascii' || name.startsWith('utf')) return otherwise;
  if (name === 'iso-8859-1') return 'windows-1252';
  return iconv.encodingExists(name) ? name : otherwise;
}
