import { toParticipantId } from '../../db/model/speaker.ts';
import { findTechniqueLetter, shippedTechniques } from '../../db/model/technique.ts';
import { toPlainLetters } from './speaker-words.ts';

/** What a file's path suggests about its session: company, technique letter, ISO date, participant ids. */
export type FileNameGuess = {
  company: string | null;
  technique: string | null;
  date: string | null;
  /** Label of the session, when the name tells one. */
  session: string | null;
  participants: string[];
};

type Token = { text: string; position: number };

// Words for a technique beyond its name, in lower case without hyphens.
const techniqueWords = new Map([
  ...shippedTechniques.map(({ letter, name }): [string, string] => [
    name.toLowerCase().replaceAll('-', ''),
    letter,
  ]),
  ['interviews', 'P'],
  ['workshops', 'W'],
  ['meetings', 'M'],
  ['standups', 'S'],
  ['daily', 'S'],
]);

const letters = new Set<string>(shippedTechniques.map(({ letter }) => letter));

const emptyWords = new Set(
  `transcript transcripts transcription transkript notes note final draft copy version clean cleaned anonymised
  anonymized text texts txt doc docs docx data session sessions audio recording files file import raw study and
  und the en de fr sv new old edited corrected checked home documents desktop downloads users unknown untitled`.split(
    /\s+/,
  ),
);

const longestRange = 20;

/**
 * Guesses from a path such as `A/W2_2021-02-03.docx`, `A_P1_2021-01-18.docx` or `Interview P3 20210118.txt`. A range
 * of ids (`W1-W5`) stands for all in it. What the name does not say, or says in two ways, is null. The date is read as
 * year-month-day, or day-month-year where a dot separates or the numbers leave no doubt.
 */
export function guessFromFileName(path: string): FileNameGuess {
  const folders = path
    .normalize('NFC')
    .split(/[/\\]+/)
    .filter((part) => part !== '' && !/^[A-Za-z]:$/.test(part));
  const name = (folders.pop() ?? '').replace(/\.[A-Za-z0-9]{1,8}$/, '');
  const { date, rest } = takeDate(name);
  const { participants, tokens } = takeParticipants(rest);
  return {
    company: findCompanyInName(tokens) ?? findCompanyInFolders(folders),
    technique: findTechnique(participants, tokens, folders),
    date,
    session: null,
    participants,
  };
}

/**
 * Returns the word of a path that may well be a company nobody knows yet: the name also tells technique, date or
 * participants, or the word is a label such as `A`. `Ericsson_P1_2021-02-03` has one, `notes` has none.
 */
export function findCompanyWord({
  company,
  technique,
  date,
  participants,
}: FileNameGuess): string | undefined {
  if (company === null) return undefined;
  const isStructured = technique !== null || date !== null || participants.length > 0;
  return isStructured || company.length <= 2 ? company : undefined;
}

const datePatterns: { pattern: RegExp; toDate: (parts: number[]) => string | undefined }[] = [
  { pattern: /(?<!\d)(\d{4})([-_. ]?)(\d{2})\2(\d{2})(?!\d)/, toDate: ([y, m, d]) => toIsoDate(y, m, d) },
  { pattern: /(?<!\d)(\d{1,2})(\.)(\d{1,2})\2(\d{4})(?!\d)/, toDate: ([d, m, y]) => toIsoDate(y, m, d) },
  { pattern: /(?<!\d)(\d{1,2})([-_ ])(\d{1,2})\2(\d{4})(?!\d)/, toDate: (parts) => toUnambiguousDate(parts) },
];

function takeDate(name: string): { date: string | null; rest: string } {
  for (const { pattern, toDate } of datePatterns) {
    const found = pattern.exec(name);
    if (found === null) continue;
    const date = toDate([found[1], found[3], found[4]].map(Number));
    // The mark keeps what stood on both sides apart.
    if (date !== undefined) return { date, rest: name.replace(found[0], '_') };
  }
  return { date: null, rest: name };
}

function toUnambiguousDate([first, second, year]: number[]): string | undefined {
  const dayFirst = toIsoDate(year, second, first);
  const monthFirst = toIsoDate(year, first, second);
  if (dayFirst !== undefined && monthFirst !== undefined && dayFirst !== monthFirst) return undefined;
  return dayFirst ?? monthFirst;
}

function toIsoDate(year = 0, month = 0, day = 0): string | undefined {
  if (year < 1900 || year > 2100) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : undefined;
}

/** Splits a name into words and takes out the participant ids; the words keep their position among all. */
function takeParticipants(name: string): { participants: string[]; tokens: Token[] } {
  const words = name
    .replace(/stand[- _]?up/gi, 'standup')
    .split(/[_\s,;&+()[\]]+/)
    .filter((word) => word !== '');
  const participants: string[] = [];
  const tokens: Token[] = [];
  words.forEach((word, position) => {
    const ids = findIds(word);
    if (ids === undefined)
      tokens.push(
        ...word
          .split('-')
          .filter(Boolean)
          .map((text) => ({ text, position })),
      );
    else participants.push(...ids);
  });
  return { participants: [...new Set(participants)], tokens };
}

/** Finds the ids in `P1`, `W1-W5`, `W1-5` or `A-P1`, or undefined when the word has none. */
function findIds(word: string): string[] | undefined {
  const range = /^(\p{L}{1,3})(\d{1,3})[-–](\p{L}{1,3})?(\d{1,3})$/u.exec(word);
  if (range !== null) return toRange(range);
  const id = /^v\d/i.test(word) || /^mp[34]$/i.test(word) ? undefined : toParticipantId(word);
  return id === undefined ? undefined : [id];
}

function toRange([, letter = '', from = '', toLetter = letter, to = '']: RegExpExecArray): string[] {
  const [first, last] = [Number(from), Number(to)];
  const isRange =
    toLetter.toUpperCase() === letter.toUpperCase() && last > first && last - first < longestRange;
  if (!isRange) return [`${letter}${from}`.toUpperCase(), `${toLetter}${to}`.toUpperCase()];
  return Array.from({ length: last - first + 1 }, (_, index) => `${letter.toUpperCase()}${first + index}`);
}

function findTechnique(participants: string[], tokens: Token[], folders: string[]): string | null {
  const ofIds = new Set(participants.map(findTechniqueLetter));
  const [letter] = ofIds;
  if (ofIds.size === 1 && letter?.length === 1) return letter;
  // A letter on its own is a technique only after the company: `A_S_2021-02-08`, not `S_2021`.
  const alone = tokens.find(({ text, position }) => position > 0 && letters.has(text));
  const words = [
    ...tokens.map(({ text }) => text),
    ...folders.flatMap((folder) => folder.split(/[_\s]+/)).reverse(),
  ];
  const word = words.map(toTechniqueWord).find((known) => techniqueWords.has(known));
  return word === undefined ? (alone?.text ?? null) : (techniqueWords.get(word) ?? null);
}

function toTechniqueWord(word: string): string {
  return toPlainLetters(word).replaceAll('-', '');
}

/** A company begins the name and is followed by something else: `A_P1_…`, `Company B, …`, but not `Interview P3`. */
function findCompanyInName(tokens: Token[]): string | null {
  const [first, second] = tokens;
  if (first === undefined || first.position !== 0) return null;
  if (isCompanyWord(first.text)) return second !== undefined && second.position === 1 ? second.text : null;
  return isEmptyWord(first.text) ? null : first.text;
}

function findCompanyInFolders(folders: string[]): string | null {
  for (const folder of folders.toReversed()) {
    const words = takeDate(folder)
      .rest.split(/[_\s-]+/)
      .filter((word) => word !== '');
    if (words.length === 0 || words.every((word) => isEmptyWord(word))) continue;
    const [first = '', ...others] = words;
    return isCompanyWord(first) && others.length > 0 ? others.join(' ') : folder;
  }
  return null;
}

function isCompanyWord(word: string): boolean {
  return /^(?:company|case|firma|unternehmen|entreprise|empresa)$/i.test(word);
}

function isEmptyWord(word: string): boolean {
  const plain = toPlainLetters(word);
  return (
    emptyWords.has(plain) ||
    techniqueWords.has(toTechniqueWord(word)) ||
    /^(?:v?\d+[a-z]?|v\d[\d.]*)$/.test(plain)
  );
}
