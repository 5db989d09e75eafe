import type { XmlElement } from '../documents/xml-events.ts';

type Style = {
  parent: string | undefined;
  isBold: boolean | undefined;
  isHidden: boolean | undefined;
  list: string | undefined;
};

/** How the items of one level of a list are marked. */
export type ListLevel = {
  isBullet: boolean;
  numerals: string;
  prefix: string;
  suffix: string;
  start: number;
  /** How many levels' numbers a mark shows (`2.1.` shows two). */
  shown: number;
};

/** The styles of an OpenDocument text that matter for a transcript. */
export type OdtStyles = {
  /** Reads an element of the styles of either part. */
  open(element: XmlElement): void;
  close(name: string): void;
  isBold(family: 'paragraph' | 'text', name: string | undefined): boolean | undefined;
  isHidden(family: 'paragraph' | 'text', name: string | undefined): boolean;
  findList(name: string | undefined): ReadonlyMap<number, ListLevel> | undefined;
  /** Returns the list style that a paragraph style brings along. */
  findListName(paragraphStyle: string | undefined): string | undefined;
};

const longestChain = 20;

/** Makes a collection of styles without any. */
export function createOdtStyles(): OdtStyles {
  const styles = new Map<string, Style>();
  const lists = new Map<string, Map<number, ListLevel>>();
  let style: Style | undefined;
  let list: Map<number, ListLevel> | undefined;

  /** Looks for a property in a style and in those it takes over from. */
  function find<K extends keyof Style>(
    family: string,
    name: string | undefined,
    key: K,
  ): Style[K] | undefined {
    let current = name;
    for (let step = 0; current !== undefined && step < longestChain; step += 1) {
      const found: Style | undefined = styles.get(`${family} ${current}`);
      if (found?.[key] !== undefined) return found[key];
      current = found?.parent;
    }
    return undefined;
  }

  return {
    open(element) {
      const name = element.find('style:name') ?? '';
      if (element.name === 'style:style') {
        style = toStyle(element);
        styles.set(`${element.find('style:family')} ${name}`, style);
      } else if (element.name === 'text:list-style') {
        list = new Map();
        lists.set(name, list);
      } else if (element.name === 'style:text-properties' && style !== undefined) {
        readTextProperties(style, element);
      } else if (list !== undefined && /^text:list-level-style-/.test(element.name)) {
        list.set(Number(element.find('text:level')) || 1, toLevel(element));
      }
    },
    close(name) {
      if (name === 'style:style') style = undefined;
      else if (name === 'text:list-style') list = undefined;
    },
    isBold: (family, name) => find(family, name, 'isBold'),
    isHidden: (family, name) => find(family, name, 'isHidden') === true,
    findList: (name) => (name === undefined ? undefined : lists.get(name)),
    findListName: (name) => find('paragraph', name, 'list') || undefined,
  };
}

function toStyle({ find }: XmlElement): Style {
  return {
    parent: find('style:parent-style-name'),
    isBold: undefined,
    isHidden: undefined,
    list: find('style:list-style-name'),
  };
}

function readTextProperties(style: Style, { find }: XmlElement): void {
  const weight =
    find('fo:font-weight') ?? find('style:font-weight-asian') ?? find('style:font-weight-complex');
  if (weight !== undefined) style.isBold = weight === 'bold' || Number(weight) >= 600;
  const display = find('text:display');
  if (display !== undefined) style.isHidden = display === 'none';
}

function toLevel({ name, find }: XmlElement): ListLevel {
  const numerals = find('style:num-format') ?? '';
  return {
    isBullet: name !== 'text:list-level-style-number',
    numerals,
    prefix: (find('style:num-prefix') ?? '').slice(0, 20),
    suffix: (find('style:num-suffix') ?? '').slice(0, 20),
    start: Number(find('text:start-value') ?? 1) || 0,
    shown: Math.min(10, Number(find('text:display-levels') ?? 1) || 1),
  };
}
