import { placeComments } from '../documents/comment-places.ts';
import type { Story } from '../documents/story-writer.ts';
import { findTableTurns } from '../documents/table-turns.ts';
import type { XmlSource } from '../documents/xml-events.ts';
import { isZip } from '../documents/zip-package.ts';
import { ImportFileError } from '../import-file-error.ts';
import type { ReadText, SourceFile, TranscriptFormat } from '../parsed-transcript.ts';
import { toStoredText } from '../text/stored-text.ts';
import { placeAnswers, toLooseComments } from './comments.ts';
import { readWordNumbering } from './numbering.ts';
import { readWordPackage, type WordParts } from './package.ts';
import type { Omissions, WordContext } from './place.ts';
import { readWordStyles } from './styles.ts';
import { readWordStories } from './text.ts';

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Word documents (.docx, .docm, .dotx), recognised as zip archives whatever the file is called. */
export const docx: TranscriptFormat = { name: 'Word document', isFormatOf: isZip, read };

async function read(file: SourceFile): Promise<ReadText> {
  const parts = await readWordPackage(file);
  const omitted: Omissions = { deletions: 0, pictures: 0, hidden: 0, kinds: new Set() };
  const { body, comments } = readStories(parts, omitted);
  // Keeps every offset: the readers leave out NUL, CR and the byte order mark themselves.
  const { text, notes } = toStoredText(body.text);
  checkHasText(file, text, omitted);
  const marks = placeAnswers(body.marks, comments, parts.commentsExtended);
  const turns = findTableTurns(text, body.tables, body.speechEnd);
  return {
    text,
    mediaType,
    charset: null,
    boldHeads: body.boldHeads,
    speechEnd: body.speechEnd,
    ...(turns === undefined ? {} : { turns }),
    comments: placeComments(text, toLooseComments(comments), marks),
    notes: [...listOmissions(parts, omitted), ...notes],
  };
}

/** Some programs only put a web page into the document and leave it to Word to make text of it. */
function checkHasText(file: SourceFile, text: string, { kinds }: Omissions): void {
  if (text.trim() !== '' || !kinds.has('inserted file')) return;
  const remedy = 'open it in Word, save it under a new name and import that';
  throw new ImportFileError(
    file.name,
    `holds its text as an inserted file, which only Word reads: ${remedy}`,
  );
}

function readStories(parts: WordParts, omitted: Omissions) {
  const findStyle = readWordStyles(parts.styles);
  const startNumbering = readWordNumbering(parts.numbering);
  const notes = new Map<string, Story>();
  const toContext = (): WordContext => {
    return { findStyle, numbering: startNumbering(), notes, omitted };
  };
  const readAll = (part: XmlSource | undefined, container: string) =>
    part === undefined ? [] : readWordStories(part, container, toContext());
  for (const kind of ['footnote', 'endnote'] as const) {
    for (const note of readAll(parts[`${kind}s`], `w:${kind}`)) notes.set(`${kind} ${note.id}`, note);
  }
  const comments = readAll(parts.comments, 'w:comment');
  // A document without a body is empty, and is refused as such.
  const [body = { text: '', boldHeads: [], speechEnd: 0, tables: [], marks: new Map() }] = readAll(
    parts.document,
    'w:body',
  );
  return { body, comments };
}

function listOmissions({ margins }: WordParts, omitted: Omissions): string[] {
  const { deletions, pictures, hidden } = omitted;
  const kinds = [...omitted.kinds].sort().join(', ');
  const notes: string[] = [];
  if (deletions > 0) notes.push(`Passages marked as deleted (tracked changes) were left out: ${deletions}.`);
  if (margins > 0) notes.push(`Page headers and footers were left out: ${margins}.`);
  if (pictures > 0) notes.push(`Pictures were left out: ${pictures}.`);
  if (hidden > 0) notes.push(`Passages of hidden text were kept: ${hidden}.`);
  if (kinds !== '') notes.push(`Parts of the document that cannot be read were left out (${kinds}).`);
  return notes;
}
