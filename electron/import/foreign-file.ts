import { ImportFileError } from './import-file-error.ts';
import type { SourceFile } from './parsed-transcript.ts';

/** `begins`: what such files begin with, one character a byte; `at`: where that stands when not at the start. */
type ForeignKind = { begins: readonly string[] | RegExp; at?: number; problem: string };

const openDocument = 'mimetypeapplication/vnd.oasis.opendocument.';
const recording = 'is a recording: transcribe it first and import the transcript as .docx or .txt';

const foreignKinds: readonly ForeignKind[] = [
  {
    begins: ['%PDF-'],
    problem: 'is a PDF: open it in Word or LibreOffice, save it as .docx or .txt and import that',
  },
  {
    begins: ['{\\rtf'],
    problem: 'is in Rich Text Format: open it in Word, save it as .docx and import that',
  },
  {
    // The first entry of the archive, stored behind its header of 30 bytes.
    begins: [openDocument],
    at: 30,
    problem: 'is an OpenDocument file: open it in LibreOffice or Word, save it as .docx and import that',
  },
  {
    begins: /^<(?:!doctype html|html[\s>])/i,
    problem: 'is a web page: open it in a browser, copy its text into Word, save it as .docx and import that',
  },
  { begins: ['<?xml'], problem: 'is an XML file: save the transcript as .docx or .txt and import that' },
  {
    begins: /^WEBVTT(?:\s|$)/,
    problem: 'contains subtitles (WebVTT): download the transcript as .docx or .txt and import that',
  },
  {
    begins: /^\d+\s*\r?\n\d{1,2}:\d{2}:\d{2}[,.]\d{1,3} +-->/,
    problem: 'contains subtitles (SubRip): download the transcript as .docx or .txt and import that',
  },
  {
    begins: ['\x1f\x8b', '7z\xbc\xaf', 'Rar!\x1a'],
    problem: 'is a compressed archive: unpack it and import the transcripts in it',
  },
  {
    begins: ['\x89PNG', '\xff\xd8\xff', 'GIF87a', 'GIF89a', 'II*\0', 'MM\0*'],
    problem: 'is an image: turn it into text first and import that as .docx or .txt',
  },
  { begins: ['ID3\x02', 'ID3\x03', 'ID3\x04', 'OggS\0', 'fLaC\0', '\x1aE\xdf\xa3'], problem: recording },
  { begins: ['ftyp'], at: 4, problem: recording },
  { begins: ['WAVE', 'AVI '], at: 8, problem: recording },
];

/** Throws an ImportFileError when the first bytes of a file show a format that is not read here, whatever its name. */
export function refuseForeignFile(file: SourceFile): void {
  const head = Buffer.from(file.bytes.subarray(0, 1024)).toString('latin1');
  if (head.startsWith('\xd0\xcf\x11\xe0'))
    throw new ImportFileError(file.name, getCompoundProblem(file.bytes));
  const beginning = head.replace(/^(?:\xef\xbb\xbf)?\s*/, '');
  const kind = foreignKinds.find((candidate) =>
    isKind(candidate, candidate.at === undefined ? beginning : head),
  );
  if (kind !== undefined) throw new ImportFileError(file.name, kind.problem);
}

function isKind({ begins, at = 0 }: ForeignKind, head: string): boolean {
  return begins instanceof RegExp ? begins.test(head) : begins.some((bytes) => head.startsWith(bytes, at));
}

/** Word 97–2003 and every Office file with a password are compound files; the streams' names tell them apart. */
function getCompoundProblem(bytes: Uint8Array): string {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return names.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? 'is protected by a password: open it in Word, remove the password, save it and import it again'
    : 'is a file of Word 97–2003 (.doc) or another old Office program: open it in Word, save it as .docx and import that';
}
