import { toBuffer } from './bytes.ts';
import { type ForeignKind, foreignKinds } from './foreign-kinds.ts';
import { ImportFileError } from './import-file-error.ts';
import type { SourceFile } from './parsed-transcript.ts';

const headBytes = 4096;

/**
 * Throws an ImportFileError when the first bytes of a file show a format that is not read here, whatever its name,
 * or the name that it is the lock of an open document.
 */
export function refuseForeignFile(file: SourceFile): void {
  const problem = findProblem(file);
  if (problem !== undefined) throw new ImportFileError(file.name, problem);
}

function findProblem({ name, bytes }: SourceFile): string | undefined {
  if (isLock(name, bytes)) {
    return 'is the lock of a document that is open in another program: choose the document itself';
  }
  const head = Buffer.from(bytes.subarray(0, headBytes)).toString('latin1');
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1')) return getCompoundProblem(bytes);
  if (head.startsWith('SQLite format 3\0')) return getDatabaseProblem(name, head);
  const beginning = head.replace(/^(?:\xef\xbb\xbf)?\s*/, '');
  return foreignKinds.find((kind) => isKind(kind, kind.at === undefined ? beginning : head))?.problem;
}

/** Word's `~$interview.docx` holds the name of who has it open, LibreOffice's `.~lock.interview.docx#` too. */
function isLock(name: string, bytes: Uint8Array): boolean {
  return bytes.length < 1024 && (/^~\$/.test(name) || /^\.~lock\..*#$/.test(name));
}

function isKind({ begins, at = 0 }: ForeignKind, head: string): boolean {
  return begins instanceof RegExp ? begins.test(head) : begins.some((bytes) => head.startsWith(bytes, at));
}

/** Names of streams that tell the programs of compound files apart; a message may hold a document, that a table. */
const streams: readonly (readonly [string, string])[] = [
  [
    'EncryptedPackage',
    'is protected by a password: open it in Word, remove the password, save it and import it again',
  ],
  ['__properties_version1.0', 'is a message of Outlook: save it as .txt and import that'],
  [
    'WordDocument',
    'is a document of Word 97–2003 (.doc): open it in Word or LibreOffice, save it as .docx and import that',
  ],
  [
    'PowerPoint Document',
    'is a presentation of PowerPoint 97–2003: save its text as .docx or .txt and import that',
  ],
  ['Workbook', 'is a workbook of Excel 97–2003: save the sheet with the transcript as .csv and import that'],
  ['Book', 'is a workbook of an early Excel: save the sheet with the transcript as .csv and import that'],
];

/** Office files before 2007 and every Office file with a password are compound files. */
function getCompoundProblem(bytes: Uint8Array): string {
  const names = toBuffer(bytes);
  const found = streams.find(([stream]) => names.includes(Buffer.from(stream, 'utf16le')));
  return found?.[1] ?? 'is a file of an old Office program: open it there, save it as .docx and import that';
}

// How the application id of `db/study-file.ts` reads in the file's header.
const studyMark = 'CASB';

function getDatabaseProblem(name: string, head: string): string {
  if (head.slice(68, 72) === studyMark) return 'is a study: open it with Open… instead of importing it';
  if (/\.mx\d{2}$/i.test(name) || head.includes('MAXQDA')) {
    return 'is a project of MAXQDA: export its documents there as .docx or .rtf and import those';
  }
  return 'is a database: export the transcripts from the program it belongs to as .docx or .txt and import those';
}
