import { SaxesParser, type SaxesTagNS } from 'saxes';
import { ImportFileError } from '../import-file-error.ts';

/** An element of XML under the prefix that the reader chose for its namespace, whatever prefix the file has. */
export type XmlElement = {
  /** Such as `w:p`; `?:p` in a namespace the reader does not know, `p` in none. */
  name: string;
  /** Returns an attribute's value by the reader's prefix and its name (`w:val`). */
  find(attribute: string): string | undefined;
};

/** What happens while XML is read, in the order of the file. Names are as in XmlElement. */
export type XmlHandler = {
  open(element: XmlElement): void;
  close?(name: string): void;
  text?(text: string): void;
};

/** What XML is to be read: the part's name for messages, and the reader's prefixes by namespace. */
export type XmlSource = {
  fileName: string;
  /** The part of a package, for messages; missing when the file is the XML. */
  part?: string;
  xml: string;
  prefixes: ReadonlyMap<string, string>;
  program: string;
};

// Word and LibreOffice nest a few dozen elements; the search for a namespace takes time with each level.
const deepest = 1_000;

/**
 * Reads XML from front to back. Nothing is ever fetched: a document type, which is where entities and external
 * references are declared, is refused. Throws an ImportFileError then, and when the XML is not well-formed.
 */
export function readXml({ fileName, part, xml, prefixes, program }: XmlSource, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: true });
  const remedy = `open it in ${program}, save it under a new name and import that`;
  let depth = 0;
  parser.on('doctype', () => {
    const problem = 'holds XML with a document type, which may declare entities or refer to other files';
    throw new ImportFileError(fileName, `${problem}: ${remedy}`, part);
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > deepest) throw new ImportFileError(fileName, `is nested too deeply: ${remedy}`, part);
    handler.open(toElement(tag, prefixes));
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handler.close?.(toName(tag.uri, tag.local, prefixes));
  });
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  try {
    parser.write(xml).close();
  } catch (error) {
    if (error instanceof ImportFileError) throw error;
    throw new ImportFileError(fileName, `is damaged: ${remedy}`, part);
  }
}

function toElement(tag: SaxesTagNS, prefixes: ReadonlyMap<string, string>): XmlElement {
  return {
    name: toName(tag.uri, tag.local, prefixes),
    find(wanted) {
      for (const { uri, local, value } of Object.values(tag.attributes)) {
        if (wanted.endsWith(local) && toName(uri, local, prefixes) === wanted) return value;
      }
      return undefined;
    },
  };
}

function toName(uri: string, local: string, prefixes: ReadonlyMap<string, string>): string {
  return uri === '' ? local : `${prefixes.get(uri) ?? '?'}:${local}`;
}
