import { ImportFileError } from './import-file-error.ts';
import type { SourceFile } from './parsed-transcript.ts';

/** `begins`: what such files begin with, one character a byte; `at`: where that stands when not at the start. */
type ForeignKind = { begins: readonly string[] | RegExp; at?: number; problem: string };

const recording = 'is a recording: transcribe it first and import the transcript as .docx or .txt';

function otherSubtitles(kind: string): string {
  return `contains subtitles (${kind}): save them as .vtt or .srt in a subtitle program and import that`;
}

const foreignKinds: readonly ForeignKind[] = [
  { begins: /^(?:<\?xml[^>]{0,200}>\s{0,99})?<(?:tt:)?tt[\s>]/, problem: otherSubtitles('TTML') },
  {
    begins: /^(?:\[INFORMATION\]|\d\d:\d\d:\d\d\.\d\d,\d\d:\d\d:\d\d\.\d\d\r?\n)/,
    problem: otherSubtitles('SubViewer'),
  },
  { begins: /^\{\d{1,7}\}\{\d{1,7}\}/, problem: otherSubtitles('MicroDVD') },
  {
    // The whole web page as one file of mail, as Word and browsers save it.
    begins: /^(?:From:|MIME-Version:)[\s\S]{0,900}Content-Type:\s*multipart\/related/i,
    problem:
      'is a web archive (.mht): open it in Word or a browser, save it as .docx or .html and import that',
  },
  // XHTML and a flat OpenDocument text are XML, too, and are read.
  {
    begins: /^<\?xml(?![\s\S]*<(?:!doctype html|html|office:document)[\s>])/i,
    problem: 'is an XML file: save the transcript as .docx or .txt and import that',
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
