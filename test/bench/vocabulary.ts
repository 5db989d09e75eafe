import { cumulate, pick, pickWeighted, type Random, seededRandom } from './random.ts';

const commonWords = `the to and I of a that it in you was like so know they but we is have my just do for on with be not
  me this what there really think if because or at about as all people when it’s don’t them had can one would up then are
  go out kind get from she he were time how more want some I’m now going their work did yeah that’s an said who good things
  no well something lot been right day could feel make other way also very our see here mean where years say into only which
  school your much first got even by thing back after family always maybe need home same still over being her his down any
  help take those than will has us around never sort week different doing before little two most every why off too bit
  actually come look month keep put new talk long through own find life again started many tell money working three point
  probably enough friends house everything old nothing another whole next guess else job care children wanted give part
  place might start came away felt ever hard used last big call try person should once doctor each health someone team
  better support night community problem sometimes living training manager patient teacher trust pressure worry stress
  change hospital nurse course group meeting system local service question experience decision future example reason`;

const begins = 'b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh st str t th tr v w'.split(' ');
const vowels = 'a e i o u ai ea ee ou oa'.split(' ');
const ends = ['', 'n', 'r', 's', 't', 'l', 'm', 'd', 'nd', 'st', 'ck', 'ng', 'nt', 'p'];
const suffixes = ['', '', '', 's', 'ed', 'ing', 'er', 'ly', 'ment', 'tion', 'ness', 'al', 'ity', 'able'];
const size = 12_000;

/** Common English words first, then made-up ones; one in a hundred of these has an accent. */
const words = makeVocabulary();
/** Zipf and Mandelbrot: how often words of a rank occur in speech. */
const cumulated = cumulate(words.map((_, rank) => 1 / (rank + 2.7) ** 1.05));

/** Returns a word, frequent ones more often. */
export function drawWord(random: Random): string {
  return words[pickWeighted(random, cumulated)] ?? '';
}

function makeVocabulary(): string[] {
  const random = seededRandom('vocabulary');
  const known = new Set(commonWords.split(/\s+/));
  while (known.size < size) {
    const word = makeWord(random);
    if (word.length >= 3 && word.length <= 14) known.add(random() > 0.01 ? word : `${word}é`);
  }
  return [...known];
}

function makeWord(random: Random): string {
  const syllables = random() < 0.35 ? 1 : random() < 0.75 ? 2 : 3;
  let word = '';
  for (let count = 0; count < syllables; count++) {
    word += pick(random, begins) + pick(random, vowels) + pick(random, ends);
  }
  return word + pick(random, suffixes);
}
