import type { PdfDocument } from './library.ts';

type PdfPageSource = Awaited<ReturnType<PdfDocument['getPage']>>;

/** A rectangle of a page in points, from its upper left corner. */
export type PdfArea = { left: number; top: number; right: number; bottom: number };

/** What a reader wrote on a page: the areas it is about, one for each line where the passage is marked. */
export type PdfRemark = { areas: PdfArea[]; author: string; date: string | null; text: string };

// Links, form fields and the windows in which remarks pop up say nothing of their own.
const remarkTypes = new Set(['Text', 'FreeText', 'Highlight', 'Underline', 'StrikeOut', 'Squiggly', 'Caret']);

/**
 * Lists the remarks with words on a page, which stand on it as `transform` shows it, and counts the fields of a form that
 * are filled in (`filledFields`): what they hold is not among the text of the page.
 */
export async function readAnnotations(
  source: PdfPageSource,
  transform: readonly number[],
): Promise<{ remarks: PdfRemark[]; filledFields: number }> {
  const listed: unknown[] = await source.getAnnotations();
  const annotations = listed.map((annotation) => new Map<string, unknown>(Object.entries(annotation ?? {})));
  const filled = annotations.filter((annotation) => {
    const value = annotation.get('fieldValue');
    return annotation.get('fieldType') === 'Tx' && typeof value === 'string' && value.trim() !== '';
  });
  const remarks = annotations.flatMap((annotation) => toRemark(annotation, transform));
  return { remarks, filledFields: filled.length };
}

function toRemark(annotation: ReadonlyMap<string, unknown>, transform: readonly number[]): PdfRemark[] {
  const text = toWords(annotation.get('contentsObj'));
  if (text === '' || !remarkTypes.has(String(annotation.get('subtype')))) return [];
  const quads = toNumbers(annotation.get('quadPoints'));
  const corners = quads.length >= 8 ? quads : toCorners(toNumbers(annotation.get('rect')));
  const areas: PdfArea[] = [];
  for (let at = 0; at + 8 <= corners.length; at += 8)
    areas.push(toArea(corners.slice(at, at + 8), transform));
  const author = toWords(annotation.get('titleObj'));
  return [{ areas, author, date: toDate(annotation.get('modificationDate')), text }];
}

function toWords(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('str' in value)) return '';
  return typeof value.str === 'string' ? value.str.replace(/\r\n?/g, '\n').trim() : '';
}

function toNumbers(value: unknown): number[] {
  const list = Array.isArray(value) || value instanceof Float32Array ? [...value] : [];
  return list.filter((number) => typeof number === 'number' && Number.isFinite(number));
}

function toCorners([left = 0, bottom = 0, right = 0, top = 0]: number[]): number[] {
  return [left, top, right, top, left, bottom, right, bottom];
}

function toArea(
  corners: readonly number[],
  [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[],
): PdfArea {
  const xs: number[] = [];
  const ys: number[] = [];
  for (let at = 0; at + 1 < corners.length; at += 2) {
    const [x = 0, y = 0] = [corners[at], corners[at + 1]];
    xs.push(a * x + c * y + e);
    ys.push(b * x + d * y + f);
  }
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}

/** `D:20210305141500+01'00'` becomes `2021-03-05T14:15:00+01:00`. */
function toDate(written: unknown): string | null {
  const found = /^(?:D:)?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?/.exec(
    typeof written === 'string' ? written : '',
  );
  if (found === null) return null;
  const [, year, month, day, hour, minute, second = '00', zulu = '', zone, zoneMinutes = '00'] = found;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined) return date;
  return `${date}T${hour}:${minute}:${second}${zone === undefined ? zulu : `${zone}:${zoneMinutes}`}`;
}
