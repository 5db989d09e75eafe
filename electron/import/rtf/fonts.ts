import { findCodePage, findFontCharset, isDoubleByte, type RtfCharset, symbolCharset } from './charsets.ts';

/** The font of a piece of text; `other` is the one of scripts that run from right to left (`\af`). */
export type FontChoice = { font: number | null; other: number | null; isRightToLeft: boolean };

/** The character sets of a document and its fonts. */
export type RtfFonts = {
  /** Takes a control word of the head of the document (`\mac`, `\ansicpg1251`, `\deff0`). */
  readHead(name: string, value: number | null): void;
  /** Takes a control word of the font table. */
  readTable(name: string, value: number | null): void;
  findCharset(choice: FontChoice): RtfCharset;
};

const documentSets = new Map<string, RtfCharset>([
  ['mac', 'macroman'],
  ['pc', 'cp437'],
  ['pca', 'cp850'],
]);

/** Makes the fonts of a document that has named none yet: Windows-1252. */
export function createRtfFonts(): RtfFonts {
  const charsets = new Map<number, RtfCharset>();
  let ofDocument: RtfCharset = 'windows-1252';
  let defaultFont: number | null = null;
  let current = 0;

  function readTable(name: string, value: number | null) {
    if (value === null) return;
    if (name === 'f') current = value;
    const charset =
      name === 'fcharset' ? findFontSet(value) : name === 'cpg' ? findCodePage(value) : undefined;
    if (charset !== undefined) charsets.set(current, charset);
  }

  /**
   * Western fonts in a document of a double-byte set hold Western text, whose bytes would swallow the next ones. In
   * other documents programs name them for text of any language, in the document's own set.
   */
  function findFontSet(value: number): RtfCharset | undefined {
    if (value === 0) return isDoubleByte(ofDocument) ? 'windows-1252' : undefined;
    return findFontCharset(value);
  }

  function findCharset({ font, other, isRightToLeft }: FontChoice): RtfCharset {
    const own = charsets.get(font ?? defaultFont ?? -1);
    const ofScript = isRightToLeft && other !== null ? charsets.get(other) : undefined;
    return (ofScript === symbolCharset ? undefined : ofScript) ?? own ?? ofDocument;
  }

  return {
    readHead(name, value) {
      if (name === 'deff') defaultFont = value;
      ofDocument = documentSets.get(name) ?? ofDocument;
      if (name === 'ansicpg' && value !== null) ofDocument = findCodePage(value) ?? ofDocument;
    },
    readTable,
    findCharset,
  };
}
