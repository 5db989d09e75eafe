import { readXml, type XmlSource } from '../documents/xml-events.ts';
import { type PackageWords, readZipPackage, toDamaged, type ZipPackage } from '../documents/zip-package.ts';
import { ImportFileError } from '../import-file-error.ts';
import type { SourceFile } from '../parsed-transcript.ts';

/** A part of the package, such as `word/document.xml`. */
type WordPart = XmlSource & { part: string };

/** The parts of a Word document that are read, each as XML with its name. Parts that a document lacks are undefined. */
export type WordParts = {
  document: WordPart;
  styles: WordPart | undefined;
  numbering: WordPart | undefined;
  footnotes: WordPart | undefined;
  endnotes: WordPart | undefined;
  comments: WordPart | undefined;
  commentsExtended: WordPart | undefined;
  /** How many page headers and footers have text. */
  margins: number;
};

const words: PackageWords = { program: 'Word', ending: '.docx' };

const wordMainType =
  /application\/vnd\.(?:openxmlformats-officedocument\.wordprocessingml|ms-word)\.[a-z.A-Z]*main\+xml/;

// The second of each pair is what “Strict Open XML” says.
const prefixes: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['http://schemas.openxmlformats.org/drawingml/2006/picture', 'pic'],
  ['http://purl.oclc.org/ooxml/drawingml/picture', 'pic'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['http://schemas.microsoft.com/office/word/2012/wordml', 'w15'],
]);

/** What other archives hold, by a name that only they have, and what to do with them. */
const otherKinds: readonly { name: RegExp; problem: string }[] = [
  {
    name: /^xl\//,
    problem: 'is an Excel file: copy the transcript into Word, save it as .docx and import that',
  },
  {
    name: /^ppt\//,
    problem: 'is a PowerPoint file: copy its text into Word, save it as .docx and import that',
  },
  {
    name: /^Index\/.*\.iwa$|^index\.(?:xml|apxl)$/,
    problem: 'is a file of Pages, Numbers or Keynote: export it as Word (.docx) and import that',
  },
  {
    name: /^META-INF\/container\.xml$/,
    problem: 'is an electronic book (EPUB): copy its text into Word, save it as .docx and import that',
  },
  {
    name: /^project\.qde$/i,
    problem: 'is a project of another analysis program (REFI-QDA): unpack it and import its transcripts',
  },
];

/**
 * Unpacks the parts of a Word document that are read, wherever its relationships say they are. Throws an
 * ImportFileError when the archive is damaged, encrypted, unreasonably large or no Word document.
 */
export function readWordPackage(file: SourceFile): Promise<WordParts> {
  return readZipPackage(file, words, (zip) => readParts(file, zip));
}

async function readParts(file: SourceFile, zip: ZipPackage): Promise<WordParts> {
  const types = (await zip.findXml('[Content_Types].xml')) ?? '';
  if (!wordMainType.test(types)) throw toNoWord(file.name, zip.names);
  const find = async (part: string | undefined) => {
    const xml = part === undefined ? undefined : await zip.findXml(part);
    return part === undefined || xml === undefined ? undefined : toSource(file.name, part, xml);
  };
  const ofPackage = listTargets(await find('_rels/.rels'), '');
  const document = (await find(ofPackage.get('officeDocument')?.[0])) ?? (await find('word/document.xml'));
  if (document === undefined) throw toDamaged(file.name, words);
  const [folder, name] = splitPath(document.part);
  const targets = listTargets(await find(`${folder}_rels/${name}.rels`), folder);
  const findRelated = async (type: string) =>
    (await find(targets.get(type)?.[0])) ?? find(`${folder}${type}.xml`);
  const margins = [...(targets.get('header') ?? []), ...(targets.get('footer') ?? [])];
  return {
    document,
    styles: await findRelated('styles'),
    numbering: await findRelated('numbering'),
    footnotes: await findRelated('footnotes'),
    endnotes: await findRelated('endnotes'),
    comments: await findRelated('comments'),
    commentsExtended: await findRelated('commentsExtended'),
    margins: await countFilled(zip, margins),
  };
}

/** Looks at one part after the other, so that no more than one is in memory. A page number is no text. */
async function countFilled(zip: ZipPackage, parts: readonly string[]): Promise<number> {
  let filled = 0;
  for (const part of parts) {
    const xml = await zip.findXml(part);
    if (/<w:t(?:\s[^<>]{0,99})?>[^\p{L}<]*\p{L}/u.test(xml ?? '')) filled += 1;
  }
  return filled;
}

function toSource(fileName: string, part: string, xml: string): WordPart {
  return { fileName, part, xml, prefixes, program: words.program };
}

/** Lists the parts that relationships lead to, by the last word of their type (`styles`). */
function listTargets(relationships: WordPart | undefined, folder: string): Map<string, string[]> {
  const targets = new Map<string, string[]>();
  if (relationships === undefined) return targets;
  readXml(relationships, {
    open({ name, find }) {
      const target = find('Target');
      if (name !== 'rel:Relationship' || target === undefined || find('TargetMode') === 'External') return;
      const type = find('Type')?.split('/').at(-1) ?? '';
      targets.set(type, [...(targets.get(type) ?? []), toPath(folder, target)]);
    },
  });
  return targets;
}

function toPath(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

function splitPath(path: string): [folder: string, name: string] {
  const end = path.lastIndexOf('/') + 1;
  return [path.slice(0, end), path.slice(end)];
}

function toNoWord(fileName: string, names: readonly string[]): ImportFileError {
  if (names.includes('word/document.xml')) return toDamaged(fileName, words);
  const other = otherKinds.find((kind) => names.some((name) => kind.name.test(name)));
  return new ImportFileError(
    fileName,
    other?.problem ?? 'is a zip archive and no Word document: unpack it and import the transcripts in it',
  );
}
