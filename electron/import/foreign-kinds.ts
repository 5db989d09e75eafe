/**
 * A kind of file that is no transcript. `begins`: what such files begin with, one character a byte, behind a byte order mark and
 * blanks, or exactly at the byte `at`; `problem` ends the sentence that begins with the file's name.
 */
export type ForeignKind = { begins: readonly string[] | RegExp; at?: number; problem: string };

const recording = 'is a recording: transcribe it first and import the transcript as .docx or .txt';
const image = 'is an image: turn it into text first (OCR) and import that as .docx or .txt';
const archive = 'is a compressed archive: unpack it and import the transcripts in it';
const program = 'is a program and no transcript: choose another file';
const wordXml = 'is a Word document saved as XML: open it in Word, save it as .docx and import that';
const xmlTranscript = 'save the transcript there as .docx, .txt or .vtt and import that';

function otherSubtitles(kind: string): string {
  return `contains subtitles (${kind}): save them as .vtt or .srt in a subtitle program and import that`;
}

function annotations(program: string): string {
  return `is a file of ${program}: ${xmlTranscript.replace('there', `in ${program}`)}`;
}

const texts: readonly ForeignKind[] = [
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
  {
    // Interviews by e-mail are often pasted with From, To and Subject; only mail itself has these.
    begins:
      /^(?:[A-Za-z][\w-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){0,30}(?:MIME-Version: ?1|Message-ID: ?<|Received: (?:from|by) |Return-Path: ?<)/i,
    problem: 'is an e-mail: open it, copy its text into a document and import that as .docx or .txt',
  },
  { begins: ['%!PS'], problem: 'is a PostScript file: turn it into a PDF or text and import that' },
  {
    begins: /^File type = "ooTextFile"/,
    problem: annotations('Praat'),
  },
  {
    begins: ['bplist00'],
    problem:
      'is a Safari web archive or settings file: save the page as .html or its text as .txt and import that',
  },
];

const xml: readonly ForeignKind[] = [
  {
    begins: /^<[\s\S]*<!ENTITY/,
    problem:
      'is XML with declarations of its own (entities), which are not read: save its text as .docx or .txt and import that',
  },
  { begins: /^<[\s\S]*<ANNOTATION_DOCUMENT[\s>]/, problem: annotations('ELAN') },
  { begins: /^<[\s\S]*<(?:!DOCTYPE )?Trans[\s>]/, problem: annotations('Transcriber') },
  { begins: /^<[\s\S]*<(?:folker|fln)[\w-]*[\s>]/, problem: annotations('FOLKER') },
  { begins: /^<[\s\S]*<basic-transcription[\s>]/, problem: annotations('EXMARaLDA') },
  { begins: /^<[\s\S]*<(?:pkg:package|w:wordDocument)[\s>]/, problem: wordXml },
  {
    begins: /^<[\s\S]*urn:QDA-XML:/,
    problem:
      'is a REFI-QDA project: open it in the program it comes from and export its documents as .docx or .txt',
  },
  {
    // XHTML and a flat OpenDocument text are XML, too, and are read.
    begins: /^<\?xml(?![\s\S]*<(?:!doctype html|html|office:document)[\s>])/i,
    problem: 'is an XML file: save the transcript as .docx or .txt and import that',
  },
];

const documents: readonly ForeignKind[] = [
  {
    begins: ['\xffWPC'],
    at: 0,
    problem: 'is a WordPerfect document: open it in LibreOffice, save it as .docx and import that',
  },
  {
    begins: ['1\xbe\0\0'],
    at: 0,
    problem: 'is a document of Windows Write: open it in LibreOffice, save it as .docx and import that',
  },
  {
    begins: ['\xdb\xa5-\0'],
    at: 0,
    problem: 'is a document of an early Word: open it in LibreOffice, save it as .docx and import that',
  },
  {
    begins: ['!BDN'],
    at: 0,
    problem: 'is a mailbox of Outlook: save the messages you need as .txt and import those',
  },
  {
    begins: ['BOOKMOBI'],
    at: 60,
    problem: 'is an electronic book: save its text as .docx or .txt and import that',
  },
  {
    begins: ['\0\x05\x16\x07', '\0\x05\x16\0', '\0\0\0\x01Bud1'],
    at: 0,
    problem: 'is a companion file that macOS keeps: choose the document itself',
  },
  {
    begins: ['L\0\0\0\x01\x14\x02\0'],
    at: 0,
    problem: 'is a shortcut to another file: choose the document itself',
  },
];

const media: readonly ForeignKind[] = [
  {
    begins: [
      '\x89PNG',
      '\xff\xd8\xff',
      'GIF87a',
      'GIF89a',
      'II*\0',
      'MM\0*',
      '8BPS\0',
      '\0\0\0\x0cjP  ',
      'AT&TFORM',
    ],
    at: 0,
    problem: image,
  },
  { begins: /^BM[\s\S]{4}\0\0\0\0/, at: 0, problem: image },
  { begins: ['ftypheic', 'ftypheix', 'ftyphevc', 'ftypmif1', 'ftypmsf1', 'ftypavif'], at: 4, problem: image },
  { begins: /^RIFF[\s\S]{4}WEBP/, at: 0, problem: image },
  {
    begins: [
      'OggS\0',
      'fLaC\0',
      '\x1aE\xdf\xa3',
      '#!AMR',
      '0&\xb2u\x8ef\xcf\x11',
      '.snd\0',
      'caff\0',
      '\0\0\x01\xba',
      'FLV\x01',
    ],
    at: 0,
    problem: recording,
  },
  // MP3 with and without a title, AAC; dictation machines of Olympus and Philips.
  {
    begins: [
      'ID3\x02',
      'ID3\x03',
      'ID3\x04',
      '\xff\xe3',
      '\xff\xf2',
      '\xff\xf3',
      '\xff\xfa',
      '\xff\xfb',
      '\xff\xf1',
      '\xff\xf9',
      '\x02dss',
      '\x03dss',
      '\x01ds2',
      '\x03ds2',
    ],
    at: 0,
    problem: recording,
  },
  { begins: /^\0[\s\S]{3}(?:ftyp|moov|mdat)/, at: 0, problem: recording },
  { begins: /^(?:RIFF|FORM)[\s\S]{4}(?:WAVE|AVI |AIFF|AIFC)/, at: 0, problem: recording },
];

const containers: readonly ForeignKind[] = [
  {
    begins: ['\x1f\x8b', '7z\xbc\xaf', 'Rar!\x1a', '\xfd7zXZ\0', 'MSCF\0\0\0\0', '(\xb5/\xfd'],
    at: 0,
    problem: archive,
  },
  { begins: /^BZh[1-9]1AY/, at: 0, problem: archive },
  { begins: /^[\s\S]{257}ustar[\0 ]/, at: 0, problem: archive },
  { begins: ['\x7fELF', '\xcf\xfa\xed\xfe', '\xca\xfe\xba\xbe'], at: 0, problem: program },
  { begins: /^MZ[\s\S]{0,60}\0\0\0/, at: 0, problem: program },
];

/** What is told by its first bytes, in the order in which it is looked for. */
export const foreignKinds: readonly ForeignKind[] = [...documents, ...media, ...containers, ...texts, ...xml];
