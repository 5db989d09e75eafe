/** Control words that stand for a character. */
export const characterWords: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
  ['zwj', '\u200d'],
  ['zwnj', '\u200c'],
  ['zwbo', '\u200b'],
  ['zwnbo', '\u2060'],
  ['ltrmark', '\u200e'],
  ['rtlmark', '\u200f'],
]);

/** Control signs that stand for a character; a backslash before a line end is the end of a paragraph. */
export const characterSigns: ReadonlyMap<string, string> = new Map([
  ['\\', '\\'],
  ['{', '{'],
  ['}', '}'],
  ['~', '\u00a0'],
  ['_', '\u2011'],
  ['-', '\u00ad'],
  ['\t', '\t'],
]);

/** Groups that hold no words of the document. Those marked by `\*` are passed over unless they are known. */
export const skippedGroups: ReadonlySet<string> = new Set([
  'colortbl',
  'stylesheet',
  'info',
  'filetbl',
  'listtable',
  'listoverridetable',
  'revtbl',
  'rsidtbl',
  'fldinst',
  'datafield',
  'formfield',
  'xe',
  'tc',
  'tcn',
  'rxe',
  'bxe',
  'txe',
  'ftnsep',
  'ftnsepc',
  'ftncn',
  'aftnsep',
  'aftnsepc',
  'aftncn',
  'nonesttables',
  'nonshppict',
  'upr',
  'shprslt',
  'sp',
  'pntxtb',
  'pntxta',
  'bkmkstart',
  'bkmkend',
  'objclass',
  'objname',
  'objdata',
  'atntime',
  'atnicn',
  'private',
  'template',
  'themedata',
  'colorschememapping',
  'latentstyles',
  'datastore',
  'generator',
  'mmathPr',
  'xmlnstbl',
  'pgdsctbl',
  'userprops',
]);

/** Groups whose words belong to the text around them, even when they are marked by `\*`. */
export const openGroups: ReadonlySet<string> = new Set([
  'field',
  'fldrslt',
  'shpinst',
  'shppict',
  'shp',
  'do',
  'result',
  'nesttableprops',
  'ud',
  // Styles of the text that follows, which only some readers know.
  'cs',
  'ds',
  'ts',
]);

/** The margins of a page, which repeat. */
export const marginGroups: ReadonlySet<string> = new Set([
  'header',
  'headerl',
  'headerr',
  'headerf',
  'footer',
  'footerl',
  'footerr',
  'footerf',
]);

/** What is left out and told, by the word that begins it. */
export const omittedGroups: ReadonlyMap<string, 'pictures' | 'objects' | 'formulas'> = new Map([
  ['pict', 'pictures'],
  ['NeXTGraphic', 'pictures'],
  ['object', 'objects'],
  ['mmath', 'formulas'],
  ['moMath', 'formulas'],
  ['moMathPara', 'formulas'],
]);
