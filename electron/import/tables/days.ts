import { isCalendarDay } from '../../../db/model/calendar-day.ts';
import { foldAccents } from '../../../db/model/fold-text.ts';

/** Names of months by their first letters, without accents; each begins names of one month only. */
const monthBeginnings: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen', 'janv'],
  ['feb', 'fev', 'fevr'],
  ['mar', 'mrz', 'maerz', 'mrt', 'maart'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'maj', 'mag', 'mei'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'aou', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'out', 'ott'],
  ['nov'],
  ['dec', 'dez', 'dic', 'des'],
];

const longestDay = 60;

/**
 * Returns the day that a cell means as 2021-02-03: year first, with dots (03.02.2021 is a third of February, since
 * only countries that begin with the day use them), with slashes where only one reading is a day, with the name of
 * the month, each with a time behind it if wanted. Throws with a sentence when it is no day or might be two.
 */
export function parseDay(written: string): string {
  if (written.length > longestDay)
    throw new Error(`a text of ${written.length} letters is no date; write it as 2021-02-03`);
  const text = written.trim().replace(/[T,]?\s*\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[ap]m|z)?$/i, '');
  const day = findYearFirst(text) ?? findWithMonthName(text) ?? findDayFirst(text) ?? findSlashed(text);
  if (day !== undefined && isCalendarDay(day)) return day;
  throw new Error(`“${written.trim()}” is no date; write it as 2021-02-03`);
}

function findYearFirst(text: string): string | undefined {
  const found =
    /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})\.?$/.exec(text) ??
    /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日$/.exec(text) ??
    /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text);
  return found ? toDay(found[1], found[2], found[3]) : undefined;
}

function findDayFirst(text: string): string | undefined {
  const found = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text);
  return found ? toDay(found[3], found[2], found[1]) : undefined;
}

/** 13/02/2021 and 02/13/2021 are the same day; of 02/03/2021 nobody can say which it is. */
function findSlashed(text: string): string | undefined {
  const [, first = '', second = '', year] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const readings = new Set([toDay(year, second, first), toDay(year, first, second)].filter(isCalendarDay));
  if (readings.size < 2) return [...readings][0];
  throw new Error(
    `“${text}” may be ${[...readings].join(' or ')}; write the date with the year first, as 2021-02-03`,
  );
}

function findWithMonthName(text: string): string | undefined {
  const plain = foldAccents(text);
  const dayFirst =
    /^(?:[a-z]{2,12}\.?,? )?(\d{1,2})(?:\.|st|nd|rd|th|er)?[ -](?:de )?([a-z]{3,10})\.?[ -](?:de )?(\d{4})$/;
  const monthFirst = /^(?:[a-z]{2,12}\.?,? )?([a-z]{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/;
  const [, day, month, year] = dayFirst.exec(plain) ?? [];
  const [, otherMonth, otherDay, otherYear] = monthFirst.exec(plain) ?? [];
  const number = findMonth(month ?? otherMonth);
  return number === undefined ? undefined : toDay(year ?? otherYear, String(number), day ?? otherDay);
}

function findMonth(name: string | undefined): number | undefined {
  const index = monthBeginnings.findIndex((beginnings) =>
    beginnings.some((beginning) => name?.startsWith(beginning)),
  );
  return index === -1 ? undefined : index + 1;
}

function toDay(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
