import { readXml, type XmlElement, type XmlSource } from '../documents/xml-events.ts';

/** What a style of Word says that matters for a transcript. */
export type WordStyle = {
  isBold: boolean | undefined;
  isHidden: boolean | undefined;
  numId: string | undefined;
  level: number | undefined;
  /** Headings are bold for another reason than speakers are. */
  isHeading: boolean;
};

type OwnStyle = WordStyle & { basedOn: string | undefined };

const plain: WordStyle = {
  isBold: undefined,
  isHidden: undefined,
  numId: undefined,
  level: undefined,
  isHeading: false,
};

const longestChain = 20;

/** Reads Word's styles and returns a function that finds one by its id, with what it takes over from others. */
export function readWordStyles(source: XmlSource | undefined): (id: string | undefined) => WordStyle {
  const own = source === undefined ? new Map<string, OwnStyle>() : readOwnStyles(source);
  const known = new Map<string, WordStyle>();
  const resolve = (id: string, steps: number): WordStyle => {
    const style = own.get(id);
    if (style === undefined) return plain;
    const base =
      style.basedOn === undefined || steps > longestChain ? plain : resolve(style.basedOn, steps + 1);
    return {
      isBold: style.isBold ?? base.isBold,
      isHidden: style.isHidden ?? base.isHidden,
      numId: style.numId ?? base.numId,
      level: style.level ?? base.level,
      isHeading: style.isHeading || base.isHeading,
    };
  };
  return (id) => {
    if (id === undefined) return plain;
    const style = known.get(id) ?? resolve(id, 0);
    known.set(id, style);
    return style;
  };
}

/** Returns what a property that is on or off says: on when it has no value. */
export function isOn(element: XmlElement): boolean {
  const value = element.find('w:val');
  return value !== '0' && value !== 'false' && value !== 'off';
}

function readOwnStyles(source: XmlSource): Map<string, OwnStyle> {
  const styles = new Map<string, OwnStyle>();
  let style: OwnStyle | undefined;
  readXml(source, {
    open(element) {
      if (element.name === 'w:style') {
        style = { ...plain, basedOn: undefined };
        styles.set(element.find('w:styleId') ?? '', style);
      } else if (style !== undefined) {
        readProperty(style, element);
      }
    },
    close(name) {
      if (name === 'w:style') style = undefined;
    },
  });
  return styles;
}

function readProperty(style: OwnStyle, element: XmlElement): void {
  const value = element.find('w:val');
  if (element.name === 'w:basedOn') style.basedOn = value;
  else if (element.name === 'w:b') style.isBold = isOn(element);
  else if (element.name === 'w:vanish') style.isHidden = isOn(element);
  else if (element.name === 'w:numId') style.numId = value;
  else if (element.name === 'w:ilvl') style.level = Number(value);
  else if (element.name === 'w:outlineLvl') style.isHeading ||= value !== '9';
  else if (element.name === 'w:name')
    style.isHeading ||= /^(?:heading \d|title|subtitle)$/i.test(value ?? '');
}
