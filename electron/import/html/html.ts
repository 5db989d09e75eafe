import iconv from 'iconv-lite';
import { placeComments } from '../documents/comment-places.ts';
import { findTableTurns } from '../documents/table-turns.ts';
import { ImportFileError } from '../import-file-error.ts';
import type { ReadOptions, ReadText, SourceFile, TranscriptFormat } from '../parsed-transcript.ts';
import { decodeText } from '../text/charset.ts';
import { findUtf8, isNearlyUtf8, measureUtf8 } from '../text/charset-utf8.ts';
import { toStoredText } from '../text/stored-text.ts';
import type { HtmlText } from './place.ts';
import { EndlessTagError, readHtml } from './text.ts';

/** Web pages (.html, .htm, .xhtml): recognised by how they begin, and by any tag when they are called so. */
export const html: TranscriptFormat = { name: 'Web page', isFormatOf, read };

const beginning = /^<(?:!doctype\s+html|html)[\s>]/i;
const anyTag =
  /<(?:p|div|br|span|table|body|head|meta|title|h[1-6]|ul|ol|li|dl|b|strong|i|em|a|pre|section|article|center|font|style|script)[\s/>]/i;

function isFormatOf(file: SourceFile): boolean {
  const head = readHead(file);
  const markup = skipPreamble(head);
  return beginning.test(markup) || (/\.x?html?$/i.test(file.name) && anyTag.test(head));
}

/** The first characters, one a byte, without the byte order mark and what UTF-16 adds to Latin letters. */
function readHead({ bytes }: SourceFile): string {
  const { buffer, byteOffset } = bytes;
  const head = Buffer.from(buffer, byteOffset, Math.min(bytes.length, 8 * 1024)).toString('latin1');
  return head
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .trimStart();
}

/** Leaves out a declaration of XML and comments, which may stand before the first tag. */
function skipPreamble(head: string): string {
  let rest = head;
  for (let found = findPreamble(rest); found > 0; found = findPreamble(rest))
    rest = rest.slice(found).trimStart();
  return rest;
}

function findPreamble(text: string): number {
  const end = text.startsWith('<?') ? '?>' : text.startsWith('<!--') ? '-->' : undefined;
  const at = end === undefined ? -1 : text.indexOf(end);
  return end === undefined || at === -1 ? 0 : at + end.length;
}

async function read(file: SourceFile, options: ReadOptions): Promise<ReadText> {
  const decoded = decodeText(file, options.charset ?? findDeclaredCharset(file));
  const page = readPage(file, decoded.text);
  // Keeps every offset: the tokens hold no NUL and no CR, and a byte order mark is gone.
  const { text, notes } = toStoredText(page.text);
  const turns = findTableTurns(text, page.tables, page.speechEnd);
  return {
    text,
    mediaType: 'text/html',
    charset: decoded.charset,
    isCharsetGuessed: decoded.isGuessed,
    boldHeads: page.boldHeads,
    speechEnd: page.speechEnd,
    ...(turns === undefined ? {} : { turns }),
    comments: placeComments(text, page.comments.list, page.comments.marks),
    notes: [...listOmissions(page), ...decoded.notes, ...notes],
  };
}

function readPage(file: SourceFile, markup: string): HtmlText {
  try {
    return readHtml(markup.replaceAll('\uFEFF', ''), markup.trimStart().startsWith('<?xml'));
  } catch (error) {
    if (!(error instanceof EndlessTagError)) throw error;
    throw new ImportFileError(
      file.name,
      'has a tag with more attributes than can be read: open it in a browser, copy its text into Word and import that',
    );
  }
}

/**
 * Finds the character set that the page itself states, for bytes that are no UTF-8: pages state it wrongly when they
 * were converted since, and then nearly always to UTF-8.
 */
function findDeclaredCharset(file: SourceFile): string | undefined {
  const declared = /<(?:meta|\?xml)[^>]{1,300}?(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w-]{2,40})/i.exec(
    readHead(file),
  );
  const charset = declared?.[1]?.toLowerCase();
  if (charset === undefined || !iconv.encodingExists(charset) || /^utf|^unicode|^ucs/.test(charset))
    return undefined;
  // Asked last: nearly every page states UTF-8, and need not be decoded to find that out.
  const hasMark = /^(?:\xff\xfe|\xfe\xff)/.test(Buffer.from(file.bytes.subarray(0, 2)).toString('latin1'));
  if (hasMark || findUtf8(file.bytes) !== undefined || isNearlyUtf8(measureUtf8(file.bytes)))
    return undefined;
  // Browsers, too, take these for the Windows sets, which have the quotation marks and dashes.
  return charset
    .replace(/^iso-?8859-?1$|^(?:us-)?ascii$|^latin1$/, 'windows-1252')
    .replace(/^gb(?:2312|k)$/, 'gb18030');
}

function listOmissions({ findings }: HtmlText): string[] {
  const { scripts, hidden, deletions, pictures } = findings;
  return [
    ...(scripts > 0 ? [`Scripts were left out and not run: ${scripts}.`] : []),
    ...(hidden > 0 ? [`Parts of the page that it does not show were left out: ${hidden}.`] : []),
    ...(deletions > 0 ? [`Passages marked as deleted (tracked changes) were left out: ${deletions}.`] : []),
    ...(pictures > 0 ? [`Pictures were left out: ${pictures}.`] : []),
  ];
}
