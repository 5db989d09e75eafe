import { toListNumber } from '../documents/list-number.ts';
import { readXml, type XmlElement, type XmlSource } from '../documents/xml-events.ts';

type Level = { format: string; pattern: string; start: number };
type AbstractList = { levels: Map<number, Level>; style: string | undefined };
type List = { abstractId: string; starts: Map<number, number> };
type Lists = { abstracts: Map<string, AbstractList>; lists: Map<string, List>; byStyle: Map<string, string> };

const numerals = new Map([
  ['decimalZero', '01'],
  ['lowerLetter', 'a'],
  ['upperLetter', 'A'],
  ['lowerRoman', 'i'],
  ['upperRoman', 'I'],
]);

const deepestLevel = 8;

/** Counts the items of Word's lists and writes their marks: `• `, `1. `, `b) `, two spaces deeper for each level. */
export type WordNumbering = {
  /**
   * Returns the mark of the next item of a list, or an empty string when there is no such list. A list goes on
   * counting when other paragraphs stand between its items, as in Word.
   */
  nextMark(numId: string, level: number, isHeading: boolean): string;
};

/** Reads Word's list definitions and returns what begins to count anew, as every part of a document does. */
export function readWordNumbering(source: XmlSource | undefined): () => WordNumbering {
  const lists = source === undefined ? undefined : readLists(source);
  return () => startNumbering(lists);
}

function startNumbering(lists: Lists | undefined): WordNumbering {
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();
  return {
    nextMark(numId, wantedLevel, isHeading) {
      const list = lists?.lists.get(numId);
      const levels = lists === undefined || list === undefined ? undefined : findLevels(lists, list);
      if (list === undefined || levels === undefined) return '';
      const level = Math.min(Math.max(0, wantedLevel || 0), deepestLevel);
      const count = counts.get(list.abstractId) ?? [];
      counts.set(list.abstractId, count);
      const restart = begun.has(`${numId} ${level}`) ? undefined : list.starts.get(level);
      begun.add(`${numId} ${level}`);
      const first = levels.get(level)?.start ?? 1;
      count[level] = restart ?? (count[level] === undefined ? first : count[level] + 1);
      count.length = level + 1;
      const mark = toMark(levels, level, count);
      return mark === '' ? '' : `${isHeading ? '' : '  '.repeat(level)}${mark} `;
    },
  };
}

function findLevels({ abstracts, byStyle }: Lists, list: List): Map<number, Level> | undefined {
  const own = abstracts.get(list.abstractId);
  if (own === undefined || own.levels.size > 0 || own.style === undefined) return own?.levels;
  // A list that only names a list style has its levels where that style is defined.
  return abstracts.get(byStyle.get(own.style) ?? '')?.levels;
}

function toMark(levels: ReadonlyMap<number, Level>, level: number, count: readonly number[]): string {
  const { format, pattern } = levels.get(level) ?? { format: 'decimal', pattern: '' };
  if (format === 'bullet') return '•';
  if (format === 'none') return pattern.includes('%') ? '' : pattern.trim();
  const written = pattern === '' ? `%${level + 1}.` : pattern;
  const mark = written.replace(/%([1-9])/g, (_, digit: string) => {
    const place = Number(digit) - 1;
    const { format: own = 'decimal', start = 1 } = levels.get(place) ?? {};
    return toListNumber(count[place] ?? start, numerals.get(own) ?? '1');
  });
  return mark.trim();
}

function readLists(source: XmlSource): Lists {
  const lists: Lists = { abstracts: new Map(), lists: new Map(), byStyle: new Map() };
  let abstractId = '';
  let abstract: AbstractList | undefined;
  let list: List | undefined;
  let level = 0;
  readXml(source, {
    open(element) {
      const { name, find } = element;
      if (name === 'w:abstractNum') {
        abstractId = find('w:abstractNumId') ?? '';
        abstract = { levels: new Map(), style: undefined };
        lists.abstracts.set(abstractId, abstract);
      } else if (name === 'w:num') {
        abstract = undefined;
        list = { abstractId: '', starts: new Map() };
        lists.lists.set(find('w:numId') ?? '', list);
      } else if (name === 'w:lvl' || name === 'w:lvlOverride') {
        level = Number(find('w:ilvl'));
        if (name === 'w:lvl') abstract?.levels.set(level, { format: 'decimal', pattern: '', start: 1 });
      } else if (name === 'w:styleLink') {
        lists.byStyle.set(find('w:val') ?? '', abstractId);
      } else if (abstract !== undefined) {
        readLevelProperty(abstract, level, element);
      } else if (list !== undefined) {
        readListProperty(list, level, element);
      }
    },
  });
  return lists;
}

function readLevelProperty(abstract: AbstractList, number: number, { name, find }: XmlElement): void {
  const value = find('w:val') ?? '';
  const level = abstract.levels.get(number);
  if (name === 'w:numStyleLink') abstract.style = value;
  else if (level === undefined) return;
  else if (name === 'w:numFmt') level.format = value;
  else if (name === 'w:lvlText') level.pattern = value.slice(0, 60);
  else if (name === 'w:start') level.start = Number(value) || 0;
}

function readListProperty(list: List, level: number, { name, find }: XmlElement): void {
  const value = find('w:val') ?? '';
  if (name === 'w:abstractNumId') list.abstractId = value;
  else if (name === 'w:startOverride') list.starts.set(level, Number(value) || 0);
}
