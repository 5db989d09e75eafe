import { toBuffer } from '../bytes.ts';
import { placeComments } from '../documents/comment-places.ts';
import { findTableTurns } from '../documents/table-turns.ts';
import { readXml, type XmlHandler, type XmlSource } from '../documents/xml-events.ts';
import {
  isZip,
  type PackageWords,
  readZipPackage,
  toDamaged,
  type ZipPackage,
} from '../documents/zip-package.ts';
import { ImportFileError } from '../import-file-error.ts';
import type { ReadText, SourceFile, TranscriptFormat } from '../parsed-transcript.ts';
import { toStoredText } from '../text/stored-text.ts';
import { closeElement, openElement } from './body.ts';
import { createOdtLists } from './lists.ts';
import { writeText } from './paragraphs.ts';
import { createOdtPlace } from './place.ts';
import { createOdtStyles } from './styles.ts';

const mediaType = 'application/vnd.oasis.opendocument.text';
const words: PackageWords = { program: 'LibreOffice', ending: '.odt' };

const namespace = 'urn:oasis:names:tc:opendocument:xmlns:';
const prefixes: ReadonlyMap<string, string> = new Map([
  ...['office', 'style', 'text', 'table', 'meta', 'manifest'].map(
    (name) => [`${namespace}${name}:1.0`, name] as const,
  ),
  [`${namespace}drawing:1.0`, 'draw'],
  [`${namespace}xsl-fo-compatible:1.0`, 'fo'],
  [`${namespace}svg-compatible:1.0`, 'svg'],
  ['urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0', 'loext'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
]);

/** OpenDocument texts (.odt, .ott and, as one file of XML, .fodt), recognised by what is in them. */
export const odt: TranscriptFormat = { name: 'OpenDocument text', isFormatOf, read };

function isFormatOf(file: SourceFile): boolean {
  return isFlat(file) || (isZip(file) && hasOpenDocumentNames(file));
}

function isFlat({ bytes }: SourceFile): boolean {
  const head = toBuffer(bytes.subarray(0, 4096)).toString('latin1');
  return (
    /^(?:\xef\xbb\xbf)?\s*<(?:\?xml|!doctype|office:document)/i.test(head) &&
    /<office:document[\s>]/.test(head)
  );
}

/** The names stand in the archive's list at its end; `mimetype` should come first but need not. */
function hasOpenDocumentNames({ bytes }: SourceFile): boolean {
  const head = toBuffer(bytes.subarray(0, 128 * 1024)).toString('latin1');
  if (/mimetypeapplication\/vnd\.(?:oasis\.opendocument|sun\.xml)\./.test(head)) return true;
  const end = toBuffer(bytes.subarray(-512 * 1024)).toString('latin1');
  return end.includes('META-INF/manifest.xml') && end.includes('content.xml');
}

/** Reads the text; see body.ts for what becomes of its elements. Throws an ImportFileError when it cannot be read. */
async function read(file: SourceFile): Promise<ReadText> {
  const sources = isZip(file)
    ? await readZipPackage(file, words, (zip) => listParts(file, zip))
    : [toSource(file.name, undefined, new TextDecoder().decode(file.bytes))];
  const { story, findings, margins } = readDocument(file, sources);
  // Keeps every offset: XML holds no NUL and the reader leaves out the byte order mark.
  const { text, notes } = toStoredText(story.text);
  const turns = findTableTurns(text, story.tables, story.speechEnd);
  const { deletions, pictures, objects, hidden } = findings;
  return {
    text,
    mediaType,
    charset: null,
    boldHeads: story.boldHeads,
    speechEnd: story.speechEnd,
    ...(turns === undefined ? {} : { turns }),
    comments: placeComments(text, findings.comments, story.marks),
    notes: [
      ...(deletions > 0 ? [`Passages marked as deleted (tracked changes) were left out: ${deletions}.`] : []),
      ...(margins > 0 ? [`Page headers and footers were left out: ${margins}.`] : []),
      ...(pictures > 0 ? [`Pictures were left out: ${pictures}.`] : []),
      ...(objects > 0 ? [`Formulas, charts and other objects were left out: ${objects}.`] : []),
      ...(hidden > 0 ? [`Passages of hidden text were kept: ${hidden}.`] : []),
      ...notes,
    ],
  };
}

async function listParts(file: SourceFile, zip: ZipPackage): Promise<XmlSource[]> {
  const manifest = await zip.findXml('META-INF/manifest.xml');
  if (manifest !== undefined) checkEncryption(file.name, manifest);
  const type = (await zip.findHead('mimetype', 200)) ?? manifest?.slice(0, 4096) ?? '';
  if (/opendocument\.(?:spreadsheet|presentation|graphics|database|formula|chart|image)/.test(type)) {
    throw toNoText(file.name);
  }
  if (type.startsWith('application/vnd.sun.xml.')) throw toOldText(file.name);
  const content = await zip.findXml('content.xml');
  if (content === undefined) throw toDamaged(file.name, words);
  const styles = await zip.findXml('styles.xml');
  const first = styles === undefined ? [] : [toSource(file.name, 'styles.xml', styles)];
  return [...first, toSource(file.name, 'content.xml', content)];
}

function checkEncryption(fileName: string, xml: string): void {
  readXml(toSource(fileName, 'META-INF/manifest.xml', xml), {
    open({ name }) {
      if (name !== 'manifest:encryption-data') return;
      const remedy = 'open it in LibreOffice, save it without a password and import it again';
      throw new ImportFileError(fileName, `is protected by a password: ${remedy}`);
    },
  });
}

function toSource(fileName: string, part: string | undefined, xml: string): XmlSource {
  return { fileName, ...(part === undefined ? {} : { part }), xml, prefixes, program: words.program };
}

function toOldText(fileName: string): ImportFileError {
  const remedy = 'open it in LibreOffice, save it as .odt and import that';
  return new ImportFileError(fileName, `is a file of OpenOffice 1 (.sxw): ${remedy}`);
}

function toNoText(fileName: string): ImportFileError {
  const remedy = 'copy the transcript into Writer, save it as .odt and import that';
  return new ImportFileError(fileName, `is an OpenDocument file but no text: ${remedy}`);
}

/** Reads styles first, then the body; in a flat document both stand in one part. */
function readDocument(file: SourceFile, sources: readonly XmlSource[]) {
  const styles = createOdtStyles();
  const place = createOdtPlace(styles, createOdtLists(styles));
  let isInBody = false;
  let isInMargin = false;
  let margins = 0;
  let hasText = false;
  const handler: XmlHandler = {
    open(element) {
      if (isInBody) openElement(place, element);
      else styles.open(element);
      if (element.name === 'office:text') isInBody = true;
      if (/^office:(?:spreadsheet|presentation|drawing)$/.test(element.name)) throw toNoText(file.name);
      if (/^style:(?:header|footer)(?:-left|-first)?$/.test(element.name)) isInMargin = true;
    },
    close(name) {
      if (name === 'office:text') isInBody = false;
      if (isInBody) closeElement(place, name);
      else styles.close(name);
      if (!/^style:(?:header|footer)(?:-left|-first)?$/.test(name)) return;
      if (hasText) margins += 1;
      isInMargin = false;
      hasText = false;
    },
    text(text) {
      if (isInBody) writeText(place, text);
      else if (isInMargin && /\p{L}/u.test(text)) hasText = true;
    },
  };
  for (const source of sources) readXml(source, handler);
  return { story: place.writer.finish(), findings: place.findings, margins };
}
