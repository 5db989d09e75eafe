import { toListNumber } from '../documents/list-number.ts';
import type { XmlElement } from '../documents/xml-events.ts';
import type { ListLevel, OdtStyles } from './styles.ts';

/** The lists that are open, from the outermost: `isMarked` says whether the current item has its mark already. */
type OpenList = { style: string | undefined; count: number[]; isMarked: boolean; isHeader: boolean };

/** Counts the items of lists in an OpenDocument text. */
export type OdtLists = {
  openList(element: XmlElement): void;
  closeList(): void;
  openItem(element: XmlElement): void;
  /** Returns the mark of a paragraph: `• `, `2. `, two spaces deeper for each level; empty except at an item's first. */
  nextMark(paragraphStyle: string | undefined): string;
};

/** Makes a counter for one document. */
export function createOdtLists(styles: OdtStyles): OdtLists {
  const open: OpenList[] = [];
  const counts = new Map<string, number[]>();

  function toCount({ find }: XmlElement, style: string | undefined): number[] {
    const continued = find('text:continue-list');
    const isContinued = find('text:continue-numbering') === 'true';
    const earlier = continued === undefined ? undefined : counts.get(`list ${continued}`);
    const count = earlier ?? (isContinued ? counts.get(`style ${style}`) : undefined) ?? [];
    counts.set(`list ${find('xml:id')}`, count);
    counts.set(`style ${style}`, count);
    return count;
  }

  return {
    openList(element) {
      const outer = open.at(-1);
      const style = element.find('text:style-name') ?? outer?.style;
      const count = outer?.count ?? toCount(element, style);
      // A list within an item begins to count anew.
      if (outer !== undefined && element.find('text:continue-numbering') !== 'true')
        count.length = open.length;
      open.push({ style, count, isMarked: true, isHeader: false });
    },
    closeList() {
      open.pop();
    },
    openItem(element) {
      const list = open.at(-1);
      if (list === undefined) return;
      list.isMarked = false;
      list.isHeader = element.name === 'text:list-header';
      const start = Number(element.find('text:start-value') ?? Number.NaN);
      if (Number.isFinite(start)) list.count[open.length - 1] = start - 1;
    },
    nextMark(paragraphStyle) {
      const list = open.at(-1);
      if (list === undefined || list.isMarked) return '';
      for (const around of open) around.isMarked = true;
      if (list.isHeader) return '';
      const levels = styles.findList(list.style ?? styles.findListName(paragraphStyle));
      const level = open.length - 1;
      list.count[level] = (list.count[level] ?? (levels?.get(level + 1)?.start ?? 1) - 1) + 1;
      list.count.length = level + 1;
      const mark = toMark(levels, level, list.count);
      return mark === '' ? '' : `${'  '.repeat(level)}${mark} `;
    },
  };
}

function toMark(
  levels: ReadonlyMap<number, ListLevel> | undefined,
  level: number,
  count: readonly number[],
): string {
  const own = levels?.get(level + 1);
  if (own === undefined || own.isBullet) return '•';
  // Without numerals there is no number, only what stands around it.
  if (own.numerals === '') return `${own.prefix}${own.suffix}`.trim();
  const numbers: string[] = [];
  for (let place = Math.max(0, level + 1 - own.shown); place <= level; place += 1) {
    const { numerals = '', start = 1 } = levels?.get(place + 1) ?? {};
    if (numerals !== '') numbers.push(toListNumber(count[place] ?? start, numerals));
  }
  return `${own.prefix}${numbers.join('.')}${own.suffix}`.trim();
}
