import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { ImportFileError, parseTranscriptFile } from '../../../../electron/import/transcript-file.ts';

const folder = join(import.meta.dirname, '../../../fixtures/transcripts');
const word = readFileSync(join(folder, 'bold-name-tab.docx'));
const openDocument = readFileSync(join(folder, 'qualcoder-ID2.odt'));

async function readMessage(name: string, bytes: Uint8Array): Promise<string> {
  const error = await parseTranscriptFile({ name, bytes }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ImportFileError);
  return error instanceof ImportFileError ? error.message : '';
}

type Options = Parameters<ZipFile['addBuffer']>[2];

function writeZip(entries: Record<string, string | Buffer>, options?: Options): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content), name, options);
  zip.end();
  return buffer(zip.outputStream);
}

/** Changes the sizes that the archive's list at its end states for an entry. */
function stateSize(bytes: Buffer, name: string, size: number): void {
  const entry = bytes.lastIndexOf(name) - 46;
  expect(bytes.readUInt32LE(entry)).toBe(0x02014b50);
  bytes.writeUInt32LE(size, entry + 20);
  bytes.writeUInt32LE(size, entry + 24);
}

const types =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ' +
  'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const body =
  '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>P1: Yes.' +
  '</w:t></w:r></w:p></w:body></w:document>';
const wordParts = { '[Content_Types].xml': types, 'word/document.xml': body };

describe('a document in a zip archive', () => {
  it('is read in the 64-bit form of archives', async () => {
    const bytes = await writeZip(wordParts, { forceZip64Format: true });
    expect((await parseTranscriptFile({ name: 'a.docx', bytes })).text).toBe('P1: Yes.');
  });

  it.each([
    ['a.docx', word],
    ['a.odt', openDocument],
  ])('is read when something short stands before the archive: %s', async (name, bytes) => {
    const whole = await parseTranscriptFile({ name, bytes });
    const behindJunk = { name, bytes: Buffer.concat([Buffer.from('\r\nHTTP junk\r\n\r\n'), bytes]) };
    expect((await parseTranscriptFile(behindJunk)).text).toBe(whole.text);
  });

  it('is read whatever capitals its parts have, and without relationships', async () => {
    const bytes = await writeZip({ '[content_types].xml': types, 'Word/Document.xml': body });
    expect((await parseTranscriptFile({ name: 'a.docx', bytes })).text).toBe('P1: Yes.');
  });

  it('is read without unpacking its pictures, which may be damaged', async () => {
    const picture = Buffer.from(Array.from({ length: 5_000 }, (_, index) => (index * index) % 251));
    const bytes = await writeZip({ ...wordParts, 'word/media/image1.png': picture });
    const at = bytes.indexOf(deflateRawSync(picture).subarray(100, 120));
    expect(at).toBeGreaterThan(0);
    bytes.fill(0xff, at, at + 50);
    expect((await parseTranscriptFile({ name: 'a.docx', bytes })).text).toBe('P1: Yes.');
  });

  it.each([0.1, 0.5, 0.9, 0.999])(
    'is refused as damaged when it is cut off after %d of its length',
    async (share) => {
      expect(await readMessage('a.docx', word.subarray(0, word.length * share))).toContain('is damaged');
      expect(await readMessage('a.odt', openDocument.subarray(0, openDocument.length * share))).toContain(
        'is damaged',
      );
    },
  );

  it('is refused when an entry would leave its folder', async () => {
    const bytes = await writeZip({ ...wordParts, 'aa/bb.xml': 'x' });
    const evil = Buffer.from(bytes.toString('latin1').replaceAll('aa/bb.xml', '../bb.xml'), 'latin1');
    expect(await readMessage('a.docx', evil)).toContain('is damaged');
  });

  it('is refused when it has very many entries', async () => {
    const bytes = await writeZip(wordParts);
    // The number of entries stands twice in the archive's last 22 bytes.
    bytes.writeUInt16LE(6_000, bytes.length - 14);
    bytes.writeUInt16LE(6_000, bytes.length - 12);
    expect(await readMessage('a.docx', bytes)).toContain('unpacks to more than');
  });

  it('is refused when all of it together is too large, though no part is', async () => {
    const names = ['x/0.bin', 'x/1.bin', 'x/2.bin'];
    const bytes = await writeZip(
      { ...wordParts, ...Object.fromEntries(names.map((name) => [name, 'x'])) },
      { compress: false },
    );
    expect((await parseTranscriptFile({ name: 'a.docx', bytes })).text).toBe('P1: Yes.');
    for (const name of names) stateSize(bytes, name, 200_000_000);
    expect(await readMessage('a.docx', bytes)).toContain('unpacks to more than');
  });

  it('is read beside an archive within the archive, which is not opened', async () => {
    const bomb = await writeZip({ 'word/document.xml': Buffer.alloc(20_000_000, 'a') });
    const bytes = await writeZip({ ...wordParts, 'word/embeddings/inner.zip': bomb });
    expect((await parseTranscriptFile({ name: 'a.docx', bytes })).text).toBe('P1: Yes.');
    expect(await readMessage('a.docx', bomb)).toContain('unpacks to more than can safely be read');
  });
});

describe('a zip archive that is no document', () => {
  it.each([
    ['xl/workbook.xml', 'is an Excel file'],
    ['ppt/presentation.xml', 'is a PowerPoint file'],
    ['Index/Document.iwa', 'is a file of Pages, Numbers or Keynote'],
    ['META-INF/container.xml', 'is an electronic book'],
    ['project.qde', 'is a project of another analysis program'],
    ['P1.docx', 'is a zip archive and no Word document'],
  ])('with %s is refused in a sentence of its own', async (name, message) => {
    expect(await readMessage('a.docx', await writeZip({ [name]: 'x' }))).toContain(message);
  });

  it('is refused when it is a text of OpenOffice 1', async () => {
    const bytes = await writeZip(
      { mimetype: 'application/vnd.sun.xml.writer', 'content.xml': '<x/>' },
      { compress: false },
    );
    expect(await readMessage('a.sxw', bytes)).toContain('is a file of OpenOffice 1');
  });

  it('is refused when it is an OpenDocument spreadsheet or presentation', async () => {
    for (const kind of ['spreadsheet', 'presentation']) {
      const mimetype = `application/vnd.oasis.opendocument.${kind}`;
      const bytes = await writeZip({ mimetype, 'content.xml': '<x/>' }, { compress: false });
      expect(await readMessage('a.odt', bytes)).toContain('is an OpenDocument file but no text');
    }
  });
});
