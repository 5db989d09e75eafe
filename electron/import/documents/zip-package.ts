import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { toBuffer } from '../bytes.ts';
import { ImportFileError } from '../import-file-error.ts';
import type { SourceFile } from '../parsed-transcript.ts';

// A transcript of ten hours is about 2 MB of XML; pictures count towards the total only.
const limits = {
  entries: 5_000,
  totalBytes: 512 * 1024 * 1024,
  partBytes: 128 * 1024 * 1024,
  // DEFLATE reaches 1,032 : 1 on nothing but repetition; the XML of Word and LibreOffice stays below 60 : 1.
  ratio: 300,
  ratioFromBytes: 8 * 1024 * 1024,
};

// What a mail program or a download put before an archive is short; the archive's end has a comment of 64 KB at most.
const longestJunk = 64 * 1024;
const longestEnd = 22 + 0xffff;

/** The program and the ending that the remedies name. */
export type PackageWords = { program: string; ending: string };

/** An archive whose entries have been checked. Parts are unpacked when they are asked for, and at no other time. */
export type ZipPackage = {
  names: readonly string[];
  /** Unpacks a part as XML text, or returns undefined when there is none of this name (capitals do not matter). */
  findXml(name: string): Promise<string | undefined>;
  /** Unpacks the first bytes of a part, as one character a byte. */
  findHead(name: string, bytes: number): Promise<string | undefined>;
};

/** Returns whether a file is a zip archive, whatever it is called, also when something short stands before it. */
export function isZip(file: SourceFile): boolean {
  return findZipStart(toBuffer(file.bytes)) !== undefined;
}

/**
 * Opens a zip archive, lets `use` read its parts and closes it. Throws an ImportFileError when the archive is damaged,
 * encrypted or unreasonably large, or when a part is not what the archive says of it.
 */
export async function readZipPackage<T>(
  file: SourceFile,
  words: PackageWords,
  use: (zip: ZipPackage) => Promise<T>,
): Promise<T> {
  const zip = await openZip(file, words);
  try {
    const entries = await listEntries(zip, file.name, words);
    return await use(toPackage(zip, entries, toDamaged(file.name, words)));
  } finally {
    zip.close();
  }
}

/** The error of an archive that says one thing and holds another. */
export function toDamaged(fileName: string, { program, ending }: PackageWords): ImportFileError {
  return new ImportFileError(
    fileName,
    `is damaged: open it in ${program}, save it under a new name as ${ending} and import that`,
  );
}

function findZipStart(bytes: Buffer): number | undefined {
  const head = bytes.subarray(0, 4).toString('latin1');
  if (head === 'PK\x03\x04' || head === 'PK\x05\x06') return 0;
  // A PDF may hold an archive as an attachment and is still a PDF.
  if (head === '%PDF' || !bytes.subarray(-longestEnd).includes('PK\x05\x06')) return undefined;
  const start = bytes.subarray(0, longestJunk).indexOf('PK\x03\x04');
  return start === -1 ? undefined : start;
}

async function openZip(file: SourceFile, words: PackageWords): Promise<ZipFile> {
  const bytes = toBuffer(file.bytes);
  try {
    return await fromBufferPromise(bytes.subarray(findZipStart(bytes) ?? 0), {
      lazyEntries: true,
      validateEntrySizes: true,
      autoClose: false,
    });
  } catch {
    throw toDamaged(file.name, words);
  }
}

async function listEntries(zip: ZipFile, fileName: string, words: PackageWords): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries) throw toTooLarge(fileName, words);
  const entries = new Map<string, Entry>();
  let total = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      total += entry.uncompressedSize;
      checkEntry(fileName, words, entry, total);
      entries.set(entry.fileName.toLowerCase(), entry);
    }
  } catch (error) {
    throw error instanceof ImportFileError ? error : toDamaged(fileName, words);
  }
  return entries;
}

function checkEntry(fileName: string, words: PackageWords, entry: Entry, total: number): void {
  if (entry.isEncrypted()) {
    const remedy = `open it in ${words.program}, remove the password, save it and import it again`;
    throw new ImportFileError(fileName, `is protected by a password: ${remedy}`);
  }
  const isBomb =
    entry.uncompressedSize > limits.ratioFromBytes &&
    entry.uncompressedSize > limits.ratio * Math.max(1, entry.compressedSize);
  const isPart = /\.(?:xml|rels)$/i.test(entry.fileName);
  const isTooLarge = total > limits.totalBytes || (isPart && entry.uncompressedSize > limits.partBytes);
  if (isBomb || isTooLarge) throw toTooLarge(fileName, words, entry.fileName);
}

function toPackage(zip: ZipFile, entries: ReadonlyMap<string, Entry>, damaged: ImportFileError): ZipPackage {
  const read = async (name: string, longest = Number.POSITIVE_INFINITY) => {
    const entry = entries.get(name.toLowerCase());
    if (entry === undefined) return undefined;
    try {
      return await readEntry(zip, entry, longest);
    } catch {
      throw damaged;
    }
  };
  return {
    names: [...entries.values()].map((entry) => entry.fileName),
    async findXml(name) {
      const bytes = await read(name);
      return bytes === undefined ? undefined : decodeXml(bytes);
    },
    async findHead(name, bytes) {
      return (await read(name, bytes))?.subarray(0, bytes).toString('latin1');
    },
  };
}

/** Unpacks an entry; the library stops it as soon as it grows beyond its stated size, which was checked. */
async function readEntry(zip: ZipFile, entry: Entry, longest: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= longest) break;
  }
  return Buffer.concat(chunks);
}

/** XML is UTF-8 or, with a byte order mark, UTF-16; other sets do not occur within packages. */
function decodeXml(bytes: Buffer): string {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  return new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8').decode(bytes);
}

function toTooLarge(fileName: string, { ending }: PackageWords, place?: string): ImportFileError {
  const remedy = `save the text alone as a new ${ending}, or in several files, and import that`;
  return new ImportFileError(fileName, `unpacks to more than can safely be read: ${remedy}`, place);
}
