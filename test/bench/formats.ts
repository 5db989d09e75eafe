import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { finished, pipeline } from 'node:stream/promises';
import PDFDocument from 'pdfkit';
import { ZipFile } from 'yazl';
import { resourceFolders } from '../../electron/resource-folders.ts';
import { type Course, importingContest } from './contests.ts';
import type { Corpus } from './corpus.ts';
import { measure, type Result } from './measure.ts';

/** Imports from files that are more than text: the corpus as Word documents, and one long PDF. */

const pdfPages = 300;

/**
 * Measures the import of the corpus as .docx, and of a PDF of 300 pages with the words of its first transcripts. The
 * floor writes and indexes the same words from plain text, so the ratios are the price of the formats.
 */
export async function measureFormats(course: Course): Promise<Result[]> {
  const { corpus, scratch } = course;
  const runs = Math.min(course.runs, 3);
  const words = await writeOnce(`${corpus.folder}-docx`, (folder) => writeWordFiles(corpus, folder));
  const pdf = await writeOnce(`${corpus.folder}-pdf`, (folder) => writeLongPdf(corpus, folder));
  const one = { ...corpus, files: corpus.files.slice(0, 1) };
  return [
    await measure(importingContest('import-docx', words, { ...course, runs }), false),
    await measure(importingContest('import-pdf', pdf, { corpus: one, scratch, runs }), false),
  ];
}

/** The folder gets its name once it is whole, so that an interrupted run leaves no half of it. */
async function writeOnce(folder: string, write: (folder: string) => Promise<void>): Promise<string> {
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.part`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  await write(unfinished);
  renameSync(unfinished, folder);
  return folder;
}

async function writeWordFiles({ folder, files }: Corpus, target: string): Promise<void> {
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8');
    const zip = new ZipFile();
    for (const [name, content] of listWordParts(text)) zip.addBuffer(Buffer.from(content), name);
    zip.end();
    await pipeline(zip.outputStream, createWriteStream(join(target, file.replace(/\.txt$/, '.docx'))));
  }
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';

function listWordParts(text: string): [name: string, content: string][] {
  const paragraphs = text
    .trimEnd()
    .split('\n')
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`);
  return [
    [
      '[Content_Types].xml',
      `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}" Target="word/document.xml"/></Relationships>`,
    ],
    [
      'word/document.xml',
      `${xml}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.join('')}</w:body></w:document>`,
    ],
  ];
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Fills the pages with the transcripts of the corpus, as often as it takes. */
async function writeLongPdf({ folder, files }: Corpus, target: string): Promise<void> {
  // Named at once, because pdfkit would else look for a font of its own, which a bundle does not have.
  const font = join(resourceFolders().fonts, '400Regular', 'SourceSans3_400Regular.ttf');
  const document = new PDFDocument({ size: 'A4', margin: 72, autoFirstPage: false, font });
  const written = finished(
    document.pipe(createWriteStream(join(target, `${files[0]?.replace(/\.txt$/, '')}.pdf`))),
  );
  const lines = files.flatMap((file) => readFileSync(join(folder, file), 'utf8').trimEnd().split('\n'));
  let pages = 0;
  document.on('pageAdded', () => {
    pages += 1;
  });
  document.addPage();
  for (let index = 0; pages < pdfPages; index = (index + 1) % lines.length) {
    document.fontSize(11).text(lines[index] ?? '', { align: 'left', paragraphGap: 4 });
  }
  document.end();
  await written;
}
