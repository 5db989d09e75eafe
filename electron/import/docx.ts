import mammoth from 'mammoth';
import { toPlainText } from './docx-text.ts';
import { ImportFileError } from './import-file-error.ts';
import type { ReadText, SourceFile, TranscriptFormat } from './parsed-transcript.ts';
import { toStoredText } from './stored-text.ts';
import { readWordPackage } from './word-package.ts';

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Word documents (.docx, .docm, .dotx), recognised as zip archives whatever the file is called. */
export const docx: TranscriptFormat = { name: 'Word document', isFormatOf: isZip, read };

function isZip({ bytes }: SourceFile): boolean {
  const isLocalHeader = bytes[2] === 3 && bytes[3] === 4;
  const isEmptyArchive = bytes[2] === 5 && bytes[3] === 6;
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (isLocalHeader || isEmptyArchive);
}

async function read(file: SourceFile): Promise<ReadText> {
  const parts = await readWordPackage(file);
  const { html, images, unknown } = await toHtml(file);
  const { text: plain, boldHeads, speechEnd } = toPlainText(html);
  // Keeps every offset of the bold heads: the writer leaves out NUL, CR and the byte order mark itself.
  const { text, notes } = toStoredText(plain);
  const omissions = listOmissions(parts, images, unknown);
  return { text, mediaType, charset: null, boldHeads, speechEnd, notes: [...omissions, ...notes] };
}

async function toHtml(file: SourceFile) {
  let images = 0;
  // Without this the pictures would be copied into the HTML.
  const convertImage = mammoth.images.imgElement(async () => {
    images += 1;
    return { src: '' };
  });
  try {
    const buffer = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
    const options = { ignoreEmptyParagraphs: false, includeEmbeddedStyleMap: false, convertImage };
    const { value: html, messages } = await mammoth.convertToHtml({ buffer }, options);
    const unknown = messages.flatMap(({ message }) => /element was ignored: (\S+)/.exec(message)?.[1] ?? []);
    return { html, images, unknown };
  } catch {
    const remedy = 'open it in Word, save it under a new name and import that';
    throw new ImportFileError(file.name, `cannot be read as a Word document: ${remedy}`);
  }
}

function listOmissions(
  parts: ReadonlyMap<string, string>,
  images: number,
  unknown: readonly string[],
): string[] {
  const body = parts.get('word/document.xml') ?? '';
  const comments = countMatches(parts.get('word/comments.xml') ?? '', /<w:comment\s/g);
  const deletions = countMatches(body, /<w:del\s/g);
  const margins = [...parts].filter(
    ([name, xml]) => /^word\/(?:header|footer)\d*\.xml$/.test(name) && hasText(xml),
  );
  const notes: string[] = [];
  if (comments > 0) notes.push(`Comments in Word were left out: ${comments}.`);
  if (deletions > 0) notes.push(`Passages marked as deleted (tracked changes) were left out: ${deletions}.`);
  if (margins.length > 0) notes.push(`Page headers and footers were left out: ${margins.length}.`);
  if (images > 0) notes.push(`Pictures were left out: ${images}.`);
  const kinds = [...new Set(unknown)].sort();
  if (kinds.length > 0)
    notes.push(`Parts of the document that cannot be read were left out (${kinds.join(', ')}).`);
  return notes;
}

function hasText(xml: string): boolean {
  return /<w:t(?:\s[^>]*)?>[^<]*\S/.test(xml);
}

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
