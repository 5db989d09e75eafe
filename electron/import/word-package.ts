import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { ImportFileError } from './import-file-error.ts';
import type { SourceFile } from './parsed-transcript.ts';

// A transcript of ten hours is about 2 MB of XML; pictures count towards the total only.
const limits = {
  entries: 5_000,
  totalBytes: 512 * 1024 * 1024,
  partBytes: 128 * 1024 * 1024,
  // DEFLATE reaches 1,032 : 1 on nothing but repetition; Word's own XML stays below 60 : 1.
  ratio: 300,
  ratioFromBytes: 8 * 1024 * 1024,
};

const wordMainType =
  /application\/vnd\.(?:openxmlformats-officedocument\.wordprocessingml|ms-word)\.[a-z.A-Z]*main\+xml/;

/**
 * Checks a zip archive before anything else unpacks it, and returns the XML parts of the Word document in it by
 * name. Every entry is unpacked once and counted, so that sizes are not taken on trust. Throws an ImportFileError
 * when it is damaged, encrypted, unreasonably large or no Word document.
 */
export async function readWordPackage(file: SourceFile): Promise<Map<string, string>> {
  const zip = await openZip(file);
  const parts = new Map<string, string>();
  let total = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      total += entry.uncompressedSize;
      checkEntry(file.name, entry, total);
      const content = await readEntry(zip, entry);
      if (/\.(?:xml|rels)$/i.test(entry.fileName)) parts.set(entry.fileName, content.toString('utf8'));
    }
  } catch (error) {
    throw error instanceof ImportFileError ? error : toDamaged(file.name);
  } finally {
    zip.close();
  }
  checkIsWord(file.name, parts);
  return parts;
}

async function openZip(file: SourceFile): Promise<ZipFile> {
  const { buffer, byteOffset, byteLength } = file.bytes;
  try {
    const zip = await fromBufferPromise(Buffer.from(buffer, byteOffset, byteLength), {
      lazyEntries: true,
      validateEntrySizes: true,
      autoClose: false,
    });
    if (zip.entryCount > limits.entries) throw toTooLarge(file.name);
    return zip;
  } catch (error) {
    throw error instanceof ImportFileError ? error : toDamaged(file.name);
  }
}

function checkEntry(fileName: string, entry: Entry, total: number): void {
  if (entry.isEncrypted()) {
    const remedy = 'open it in Word, remove the password, save it and import it again';
    throw new ImportFileError(fileName, `is protected by a password: ${remedy}`);
  }
  const isBomb =
    entry.uncompressedSize > limits.ratioFromBytes &&
    entry.uncompressedSize > limits.ratio * Math.max(1, entry.compressedSize);
  const isPart = /\.(?:xml|rels)$/i.test(entry.fileName);
  const isTooLarge = total > limits.totalBytes || (isPart && entry.uncompressedSize > limits.partBytes);
  if (isBomb || isTooLarge) throw toTooLarge(fileName, entry.fileName);
}

/** Unpacks an entry; the library stops it as soon as it grows beyond its stated size. */
async function readEntry(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function checkIsWord(fileName: string, parts: ReadonlyMap<string, string>): void {
  if (wordMainType.test(parts.get('[Content_Types].xml') ?? '')) return;
  const names = [...parts.keys()];
  if (names.includes('word/document.xml')) throw toDamaged(fileName);
  const isOffice = names.some((name) => name.startsWith('xl/') || name.startsWith('ppt/'));
  throw new ImportFileError(
    fileName,
    isOffice
      ? 'is an Excel or PowerPoint file: copy the transcript into Word, save it as .docx and import that'
      : 'is a zip archive and no Word document: unpack it and import the transcripts in it',
  );
}

function toDamaged(fileName: string): ImportFileError {
  return new ImportFileError(
    fileName,
    'is damaged: open it in Word, save it under a new name and import that',
  );
}

function toTooLarge(fileName: string, place?: string): ImportFileError {
  const remedy = 'save the text alone as a new .docx, or in several files, and import that';
  return new ImportFileError(fileName, `unpacks to more than can safely be read: ${remedy}`, place);
}
