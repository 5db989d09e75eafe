import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCasebench } from './command-line.ts';

/** What stands in both transcripts of a study made for reading: turn `number` of a participant. */
export const sayingOf = (label: string, number: number) =>
  `${label} says in answer ${number} that every data set has a version and nobody looks for it by hand.`;

const turnsEach = 60;

/**
 * Makes a study of two long transcripts, `A_P1_2021-02-03` and `A_P2_2021-02-04`, and codings on the first by the
 * coders AB, Cora Dahl and EF: three deep at its beginning, then one in every fifth answer.
 */
export async function makeReadingStudy(folder: string): Promise<string> {
  const study = join(folder, 'mine.casebench');
  const texts = join(folder, 'texts');
  mkdirSync(texts);
  writeFileSync(join(texts, 'A_P1_2021-02-03.txt'), writeText('P1'));
  writeFileSync(join(texts, 'A_P2_2021-02-04.txt'), writeText('P2'));
  writeFileSync(join(folder, 'codings.csv'), writeCodings());
  await runCasebench('new', study, '--scheme', 'mlops-maturity-2021', '--coder', 'AB');
  await runCasebench('import', study, texts);
  const { code, stderr } = await runCasebench('apply', study, '--codings', join(folder, 'codings.csv'));
  if (code !== 0) throw new Error(stderr);
  return study;
}

/** The second line of each answer is a paragraph of its own; the fourth begins with an accent made of two characters. */
function writeText(label: string): string {
  const turns = Array.from({ length: turnsEach }, (_, index) => {
    const extra = index === 3 ? '\nCafe\u0301 talk 😀 and the café again.' : '';
    return `I: What about question ${index + 1}?\n${label}: ${sayingOf(label, index + 1)}${extra}\n`;
  });
  return turns.join('');
}

function writeCodings(): string {
  const rows = [
    ['D5', 'AB', 'in place', sayingOf('P1', 1)],
    ['D5', 'Cora Dahl', 'not in place', 'answer 1 that every data set has a version'],
    ['2.11', 'EF', 'planned', 'answer 1 that every data set has a version and nobody'],
  ];
  for (let number = 5; number <= turnsEach; number += 5)
    rows.push(['D6', number % 2 === 0 ? 'AB' : 'Cora Dahl', 'partly', sayingOf('P1', number)]);
  const lines = rows.map(([code, coder, status, quote]) =>
    ['A_P1_2021-02-03', code, coder, status, `"${quote}"`].join(','),
  );
  return ['transcript,code,coder,status,quote', ...lines].join('\n');
}
