import { findTechniqueLetter, shippedTechniques } from '../../../db/model/technique.ts';
import { takeDate } from './file-dates.ts';
import { findTechniqueOfWord, isEmptyWord, type NameWord, takeParticipants } from './file-words.ts';

/**
 * What a file's path suggests about its session: company, technique letter, ISO date, participant ids, and a label
 * made of them such as `A_W2_2021-02-03`.
 */
export type FileNameGuess = {
  company: string | null;
  technique: string | null;
  date: string | null;
  participants: string[];
  session: string | null;
};

const letters = new Set<string>(shippedTechniques.map(({ letter }) => letter));

/**
 * Guesses from a path such as `A/W2_2021-02-03.docx`, `A_P1_2021-01-18.docx` or `Acme Corp/Interviews/P3 3 Feb 2021.txt`. A
 * range of ids (`W1-W5`) stands for all in it. What the path does not say, or says in two ways, is null. The date is
 * read as year-month-day, or day-month-year where dots separate or the numbers leave no doubt.
 */
export function guessFromFileName(path: string): FileNameGuess {
  const folders = listFolders(path);
  const name = toBareName(folders.pop() ?? '');
  const { date: ofName, rest } = takeDate(name);
  const { participants, words } = takeParticipants(rest);
  const date = ofName ?? findDate(folders);
  const technique = findTechnique(participants, words, folders);
  const isStructured = date !== null || technique !== null || participants.length > 0;
  const company =
    findCertainFolder(folders) ??
    // A name that tells nothing else begins with any word.
    (isStructured ? findCompanyAtStart(words) : null) ??
    findCompanyInFolders(folders) ??
    (isStructured ? findCompanyInside(words) : findCompanyAtStart(words));
  const session = toSession(company, toUnit(participants, technique, words), date);
  return { company, technique, date, participants, session };
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

/** The folders of a path and its last name; where the computer keeps its people's files says nothing. */
function listFolders(path: string): string[] {
  const parts = path
    .normalize('NFC')
    .split(/[/\\]+/)
    .filter((part) => part !== '' && !/^[A-Za-z]:$/.test(part));
  const isOfUser = /^(?:home|users|benutzer|media|volumes|mnt)$/i.test(parts[0] ?? '');
  return isOfUser && parts.length > 2 && !isCompanyFolder(parts[1] ?? '') ? parts.slice(2) : parts;
}

const copies =
  /^(?:(?:kopie|copy|copie|copia|cópia) (?:\(\d+\) )?(?:von|of|de|di) )+|(?: - (?:kopie|copy|copie|copia|cópia))?(?:\s?\(\d{1,2}\))?$/giu;

function toBareName(file: string): string {
  const name = file.replace(/\.[A-Za-z0-9]{1,8}$/, '');
  return name
    .replace(/(?:\.(?:txt|md|docx?|odt|rtf|pdf|html?|vtt|srt|sbv|csv|json|m4a|mp[34]|wav|mov))+$/i, '')
    .replace(copies, '');
}

function findDate(folders: readonly string[]): string | null {
  const dates = folders.map((folder) => takeDate(folder).date).filter((date) => date !== null);
  return dates.at(-1) ?? null;
}

function findTechnique(participants: string[], words: NameWord[], folders: string[]): string | null {
  const ofIds = new Set(participants.map(findTechniqueLetter));
  const [letter] = ofIds;
  if (ofIds.size === 1 && letter?.length === 1) return letter;
  const said = [...words.map(({ text }) => text), ...folders.flatMap(splitFolder).reverse()];
  for (const word of said) {
    const found = findTechniqueOfWord(word) ?? findTechniqueOfWord(word.replace(/\d{1,2}$/, ''));
    if (found !== undefined) return found;
  }
  // A letter on its own is a technique only after the company: `A_S_2021-02-08`, not `S_2021`.
  return words.find(({ text, position }) => position > 0 && letters.has(text))?.text ?? null;
}

/** What a session is called beside company and date: `W2`, `W1-W5`, `W` for a workshop without number. */
function toUnit(
  participants: readonly string[],
  technique: string | null,
  words: readonly NameWord[],
): string | null {
  const [first, ...others] = participants;
  if (first !== undefined) return others.length === 0 ? first : `${first}-${others.at(-1)}`;
  return technique === null ? null : technique + findNumber(words);
}

/** The number behind the word for a technique: `Workshop 2`, `workshop-2`, `Workshop2`. */
function findNumber(words: readonly NameWord[]): string {
  for (const [index, { text }] of words.entries()) {
    const [, word = '', inside] = /^(.*?)(\d{1,2})?$/.exec(text) ?? [];
    const next = words[index + 1]?.text ?? '';
    if (findTechniqueOfWord(word) !== undefined) return inside ?? (/^\d{1,2}$/.test(next) ? next : '');
  }
  return '';
}

/** Company and date alone are the label of no session, and neither is a technique alone. */
function toSession(company: string | null, unit: string | null, date: string | null): string | null {
  if (unit === null || (company === null && date === null)) return null;
  return [company, unit, date].filter((part) => part !== null).join('_');
}

/** A company begins the name and is followed by something else: `A_P1_…`, `Company B, …`, but not `Interview P3`. */
function findCompanyAtStart(words: readonly NameWord[]): string | null {
  const [first, second] = words;
  if (first === undefined || first.position !== 0) return null;
  if (isCompanyWord(first.text)) return second !== undefined && second.position === 1 ? second.text : null;
  return isEmptyWord(first.text) ? null : joinGlued(words, 0);
}

/** Behind dates, ids and words without meaning the first name with a capital may be the company's. */
function findCompanyInside(words: readonly NameWord[]): string | null {
  const index = words.findIndex(
    ({ text }) => /^\p{Lu}/u.test(text) && !isEmptyWord(text) && !letters.has(text),
  );
  if (index === -1) return null;
  const next = words[index + 1]?.text;
  return isCompanyWord(words[index]?.text ?? '') ? (next ?? null) : joinGlued(words, index);
}

const longestCompany = 3;

/** `Acme Corp_P1` is of `Acme Corp`, `Acme_Oslo_P1` of `Acme`. */
function joinGlued(words: readonly NameWord[], from: number): string {
  const following = words.slice(from + 1, from + longestCompany);
  const isEnd = ({ text, isGlued }: NameWord) => !isGlued || !/^\p{Lu}/u.test(text) || isEmptyWord(text);
  const end = following.findIndex(isEnd);
  const joined = following.slice(0, end === -1 ? following.length : end);
  return [words[from], ...joined].map((word) => word?.text).join(' ');
}

/**
 * A folder above the one that is called after a technique and holds the file is a company: `Acme Corp/Interviews/…`,
 * but not the one above `Interviews/A/…`.
 */
function findCertainFolder(folders: readonly string[]): string | null {
  const index = folders.findLastIndex((folder) =>
    splitFolder(folder).every((word) => findTechniqueOfWord(word) !== undefined),
  );
  const isLast = index === folders.length - 1;
  return index < 1 || !isLast ? null : findCompanyInFolders(folders.slice(index - 1, index));
}

function findCompanyInFolders(folders: readonly string[]): string | null {
  for (const folder of folders.toReversed()) {
    const bare = takeDate(folder).rest;
    const words = splitFolder(bare);
    if (words.length === 0 || words.every((word) => isEmptyWord(word))) continue;
    const [first = '', ...others] = words;
    if (isCompanyWord(first) && others.length > 0) return others.join(' ');
    return bare === folder ? folder : bare.replaceAll('_', ' ').trim();
  }
  return null;
}

function splitFolder(folder: string): string[] {
  return folder.split(/[_\s-]+/).filter((word) => word !== '');
}

function isCompanyFolder(folder: string): boolean {
  return isCompanyWord(splitFolder(folder)[0] ?? '');
}

function isCompanyWord(word: string): boolean {
  return /^(?:company|case|firma|unternehmen|entreprise|empresa|azienda)$/i.test(word);
}
