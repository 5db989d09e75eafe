import { toPlainLetters } from '../speakers/words.ts';

type Reading = { pattern: RegExp; toDate: (found: RegExpMatchArray) => string | undefined };

// Months in English, German, French, Spanish, Portuguese and Italian, with their usual abbreviations.
const months = new Map(
  [
    'jan january januar janner jaenner janvier janv enero ene janeiro gennaio',
    'feb february februar febr fevrier fevr fev febrero fevereiro febbraio',
    'mar march marz maerz mrz mars marzo marco',
    'apr april avril avr abril abr aprile',
    'may mai mayo maio maggio',
    'jun june juni juin junio junho giugno',
    'jul july juli juillet juil julio julho luglio',
    'aug august aout agosto ago',
    'sep sept september septembre septiembre setembro settembre',
    'oct october oktober okt octobre octubre outubro ottobre',
    'nov november novembre noviembre novembro',
    'dec december dezember dez decembre diciembre dic dezembro dicembre',
  ].flatMap((words, index) => words.split(' ').map((word): [string, number] => [word, index + 1])),
);

const gap = String.raw`(?:[\s_.,-]{0,3}|\s(?:de|del|di)\s)`;
const month = String.raw`(\p{L}{3,10})`;
const nth = '(?:st|nd|rd|th|er)?';

// The first that gives a day of the calendar counts; a year of two digits is of this century.
const readings: Reading[] = [
  {
    pattern: /(?<!\d)(\d{4})([-_. ]?)(\d{2})\2(\d{2})(?!\d)/gu,
    toDate: ([, year, , mm, day]) => toIsoDate(year, mm, day),
  },
  {
    pattern: /(?<![\dv.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?!\d)/gu,
    toDate: ([, day, mm, year]) => toIsoDate(year, mm, day),
  },
  {
    pattern: /(?<!\d)(\d{1,2})([-_ ])(\d{1,2})\2(\d{4})(?!\d)/gu,
    toDate: ([, first, , second, year]) =>
      toUnambiguous(toIsoDate(year, second, first), toIsoDate(year, first, second)),
  },
  {
    pattern: new RegExp(String.raw`(?<!\d)(\d{1,2})${nth}${gap}${month}${gap}(\d{4}|\d{2})(?!\d)`, 'gu'),
    toDate: ([, day, name, year]) => toIsoDate(year, findMonth(name), day),
  },
  {
    pattern: new RegExp(String.raw`(?<!\p{L})${month}${gap}(\d{1,2})${nth}[\s_.,-]{1,3}(\d{4})(?!\d)`, 'gu'),
    toDate: ([, name, day, year]) => toIsoDate(year, findMonth(name), day),
  },
  {
    pattern: new RegExp(String.raw`(?<!\d)(\d{4})${gap}${month}${gap}(\d{1,2})(?!\d)`, 'gu'),
    toDate: ([, year, name, day]) => toIsoDate(year, findMonth(name), day),
  },
  {
    // 210203 is read as year-month-day; where day-month-year is as likely a day of recent years, as neither.
    pattern: /(?<![\d.])(\d{2})(\d{2})(\d{2})(?![\d.])/gu,
    toDate: ([, first, second, third]) =>
      toUnambiguous(toRecent(toIsoDate(first, second, third)), toRecent(toIsoDate(third, second, first))),
  },
];

/**
 * Finds a date in a name and takes it out: `2021-02-03`, `20210203`, `03.02.21`, `3 Feb 2021`, `3. März 2021`. Numbers that
 * are two dates, such as 03-02-2021, are none. The date is ISO; `rest` has a mark in its place.
 */
export function takeDate(name: string): { date: string | null; rest: string } {
  for (const { pattern, toDate } of readings) {
    for (const found of name.matchAll(pattern)) {
      const date = toDate(found);
      // The mark keeps what stood on both sides apart.
      if (date !== undefined) {
        const rest = `${name.slice(0, found.index)}_${name.slice(found.index + found[0].length)}`;
        return { date, rest };
      }
    }
  }
  return { date: null, rest: name };
}

/** Returns whether a word names a month in one of the languages that transcripts are mostly in. */
export function isMonth(word: string): boolean {
  return months.has(toPlainLetters(word));
}

function findMonth(name = ''): string | undefined {
  return months.get(toPlainLetters(name))?.toString();
}

function toUnambiguous(one: string | undefined, other: string | undefined): string | undefined {
  return one !== undefined && other !== undefined && one !== other ? undefined : (one ?? other);
}

function toRecent(date: string | undefined): string | undefined {
  return date !== undefined && date >= '2015' && date < '2040' ? date : undefined;
}

function toIsoDate(writtenYear = '', month = '', day = ''): string | undefined {
  const year = Number(writtenYear) + (writtenYear.length === 2 ? 2000 : 0);
  if (year < 1900 || year > 2100 || month === '') return undefined;
  const date = new Date(Date.UTC(year, Number(month) - 1, Number(day)));
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return isReal ? date.toISOString().slice(0, 10) : undefined;
}
