import { areIds } from '../../../db/model/participant-ids.ts';
import { newAttributePrefix, type PeopleTable, type TableField } from '../../ipc/contract/tables.ts';
import { isFilled } from './cells.ts';
import { type FieldWords, fieldsOf } from './words.ts';

/** What of the study the columns of a table are compared with. */
export type StudyWords = {
  techniques: readonly { letter: string; name: string }[];
  attributes: readonly { name: string }[];
};

/** Prefixes of fields that are not known beforehand: ids of one technique, values of an attribute. */
export const idsPrefix = 'ids:';
export const attributePrefix = 'attribute:';

/** Returns every field that a column of such a table may hold, for the researcher to choose from. */
export function listFields(table: PeopleTable, { techniques, attributes }: StudyWords): TableField[] {
  const known = fieldsOf[table].map(({ field, name, hint, isNeeded = false }) => ({
    field,
    name,
    hint,
    isNeeded,
  }));
  if (table !== 'participants') return known;
  const ids = techniques.map(({ letter, name }) => ({
    field: `${idsPrefix}${letter}`,
    name: `${name} ids (${letter})`,
    isNeeded: false,
    hint: `Ids in this technique, such as ${letter}1; a number alone will do.`,
  }));
  const values = attributes.map(({ name }) => ({
    field: `${attributePrefix}${name}`,
    name,
    isNeeded: false,
    hint: 'An attribute of practitioners.',
  }));
  return [...known, ...ids, ...values];
}

/** Returns the field without which a row of such a table is about nothing. */
export function neededField(table: PeopleTable): string {
  return fieldsOf[table].find(({ isNeeded }) => isNeeded)?.field ?? '';
}

/**
 * Returns the position of the row that names the columns, or null when the table has none: among the first rows,
 * since a title may stand above, the first that holds two known words, or else one.
 */
export function findHeadRow(
  table: PeopleTable,
  rows: readonly (readonly string[])[],
  words: StudyWords,
): number | null {
  const top = rows.slice(0, 20);
  const counts = top.map((row) => {
    const matches = row.flatMap((head) => matchHead(table, head, words).slice(0, 1));
    return new Set(matches.map(({ field }) => field)).size;
  });
  let sure = counts.findIndex((count) => count >= 2);
  // Of heads in two rows, the lower one names the columns.
  while (sure >= 0 && (counts[sure + 1] ?? 0) >= 2) sure += 1;
  if (sure >= 0) return sure;
  // A row that holds ids is a row of the table even if one of its cells says “Interview”.
  const holdsIds = top.map((row) => row.some(areIds));
  const likely = counts.findIndex((count, at) => count === 1 && !holdsIds[at]);
  if (likely >= 0) return likely;
  const first = top.findIndex(isFilled);
  return holdsIds[first] ? null : first;
}

/** Returns how many fields the heads of a table name, which tells whether it is a table of this kind. */
export function countKnownHeads(
  table: PeopleTable,
  rows: readonly (readonly string[])[],
  words: StudyWords,
): number {
  const headRow = findHeadRow(table, rows, words);
  if (headRow === null) return 0;
  const fields = proposeFields(table, rows[headRow] ?? [], rows.slice(headRow + 1), words);
  return fields.filter((field) => field !== null).length;
}

/**
 * Proposes which field each column holds, by its head and, where two columns might be the ids, by its cells. Without
 * heads only a column of ids is recognised.
 */
export function proposeFields(
  table: PeopleTable,
  heads: readonly string[] | null,
  rows: readonly (readonly string[])[],
  words: StudyWords,
): (string | null)[] {
  const width = Math.max(heads?.length ?? 0, ...rows.slice(0, 200).map(({ length }) => length));
  const columns = Array.from({ length: width }, (_, at) => at);
  const known = new Map<number, boolean>();
  const holdsIds = (at: number) => {
    const holds = known.get(at) ?? shareOfIds(rows, at) > 0.5;
    known.set(at, holds);
    return holds;
  };
  if (heads === null) return proposeByCells(table, columns, holdsIds);
  const taken = new Set<string>();
  const proposed = columns.map((): string | null => null);
  const matches = columns
    .flatMap((at) => matchHead(table, heads[at] ?? '', words).map((match) => ({ ...match, at })))
    .map((match) => ({ ...match, rank: match.rank + (mayHold(match.field, match.at) ? 0 : 1_000) }))
    .toSorted((left, right) => left.rank - right.rank || left.at - right.at);
  for (const { field, at, rank } of matches) {
    if (taken.has(field) || proposed[at] !== null || rank >= 1_000) continue;
    proposed[at] = field;
    taken.add(field);
  }
  return proposed;

  /** Names under the head “Participant” are the persons, and ids under “Name” are no names. */
  function mayHold(field: string, at: number): boolean {
    if (table !== 'participants') return true;
    const isEmpty = rows.every((row) => saysNothing(row[at] ?? ''));
    if (field === 'participant') return isEmpty || holdsIds(at) || !hasOtherIds(at);
    if (field === 'practitioner') return isEmpty || !holdsIds(at) || hasOtherIds(at);
    return (
      !field.startsWith(idsPrefix) || isEmpty || shareOfIds(rows, at, field.slice(idsPrefix.length)) > 0.5
    );
  }

  function hasOtherIds(at: number): boolean {
    return columns.some((other) => other !== at && holdsIds(other));
  }
}

function proposeByCells(
  table: PeopleTable,
  columns: readonly number[],
  holdsIds: (at: number) => boolean,
): (string | null)[] {
  const ids = columns.find(holdsIds);
  const field = table === 'participants' ? 'participant' : table === 'sessions' ? 'participants' : null;
  return columns.map((at) => (at === ids ? field : null));
}

/** The share of the filled cells of a column that are participant ids, or numbers under a technique's letter. */
function shareOfIds(rows: readonly (readonly string[])[], at: number, letter?: string): number {
  const cells = rows.map((row) => (row[at] ?? '').trim()).filter((cell) => !saysNothing(cell));
  if (cells.length === 0) return 0;
  const isId = (cell: string) => areIds(cell) || (letter !== undefined && /^[\d,;\s–-]+$/.test(cell));
  return cells.filter(isId).length / cells.length;
}

/** Returns whether a cell is empty or holds a sign for nothing, such as a dash. */
export function saysNothing(cell: string): boolean {
  return /^(?:[-–—/.\s]*|n\/?a|none)$/i.test(cell.trim());
}

/** Fields that a head may mean; the lower the rank, the surer. */
function matchHead(
  table: PeopleTable,
  head: string,
  { techniques, attributes }: StudyWords,
): { field: string; rank: number }[] {
  // A whole paragraph is no head, and looking through it takes time.
  const spellings = head.length > 200 ? [] : toSpellings(head);
  if (spellings.length === 0) return [];
  const known = fieldsOf[table].flatMap((field) => matchWords(field, spellings));
  if (table !== 'participants') return known;
  const written = /^\s*attribute\s*:\s*(.+)$/iu.exec(head)?.[1]?.trim();
  const attribute = attributes.find(({ name }) => isSame(name, written ?? head));
  if (attribute) return [{ field: `${attributePrefix}${attribute.name}`, rank: -1 }];
  if (written !== undefined) return [{ field: `${newAttributePrefix}${written}`, rank: -1 }];
  const technique = techniques.find(({ letter, name }) =>
    [letter, name, `${name}s`, `${name} id`, `${name} ids`, `${letter} id`, `${letter} ids`].some((word) =>
      isSame(word, head),
    ),
  );
  return technique ? [...known, { field: `${idsPrefix}${technique.letter}`, rank: 0 }] : known;
}

const plainWords = new WeakMap<FieldWords, string[]>();

/** The words of a field in plain letters; made once, since every cell that may be a head is compared with them. */
function listWords(field: FieldWords): string[] {
  const words = plainWords.get(field) ?? [field.field, ...field.heads].map(toPlain);
  plainWords.set(field, words);
  return words;
}

function matchWords(field: FieldWords, spellings: readonly string[]): { field: string; rank: number }[] {
  const words = listWords(field);
  // `Roles` is a head as good as `Role`.
  const rank = words.findIndex((word) => spellings.includes(word) || spellings.includes(`${word}s`));
  return rank === -1 ? [] : [{ field: field.field, rank }];
}

const isSame = (left: string, right: string) => toPlain(left) === toPlain(right);

/** `Duration (min)` is looked for whole and without what stands in brackets. */
function toSpellings(head: string): string[] {
  const whole = toPlain(head);
  const bare = toPlain(head.replace(/[([{][^)\]}]*[)\]}]/gu, ' '));
  return [...new Set([whole, bare])].filter((spelling) => spelling !== '');
}

/** Small letters without accents, single blanks: `Prénom / Name` is `prenom name`. */
function toPlain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
