import { describe, expect, it } from 'vitest';
import { applicationId } from '../../../db/study-file.ts';
import { ImportFileError, parseTranscriptFile } from '../../../electron/import/transcript-file.ts';

async function read(name: string, content: string | Buffer) {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  return await parseTranscriptFile({ name, bytes });
}

/** A compound file as far as its streams are named. */
function compound(...streams: string[]): Buffer {
  const names = streams.map((stream) => Buffer.from(stream.padEnd(64, '\0'), 'utf16le'));
  return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1016), ...names]);
}

function sqlite(mark: number): Buffer {
  const bytes = Buffer.alloc(4096);
  bytes.write('SQLite format 3\0', 'latin1');
  bytes.writeUInt32BE(mark, 68);
  return bytes;
}

const xml = '<?xml version="1.0" encoding="UTF-8"?>\n';

describe('a file that is no transcript is refused with what to do', () => {
  it.each<[string, string | Buffer, string]>([
    [
      'a.doc',
      compound('Root Entry', 'WordDocument', 'Workbook'),
      'Word 97–2003 (.doc): open it in Word or LibreOffice',
    ],
    ['a.docx', compound('EncryptedPackage'), 'protected by a password'],
    ['a.xls', compound('Workbook'), 'save the sheet with the transcript as .csv'],
    ['a.ppt', compound('PowerPoint Document'), 'PowerPoint'],
    ['a.msg', compound('__properties_version1.0', 'WordDocument'), 'message of Outlook'],
    ['a.wps', compound('Contents'), 'old Office program'],
    ['a.png', '\x89PNG\r\n\x1a\n', 'is an image'],
    ['a.jpg', '\xff\xd8\xff\xe0', 'is an image'],
    ['a.tif', 'II*\0', 'is an image'],
    ['a.webp', 'RIFF\x10\0\0\0WEBPVP8 ', 'is an image'],
    ['a.heic', '\0\0\0\x18ftypheic', 'is an image'],
    ['a.bmp', 'BM6\0\x0c\0\0\0\0\0', 'is an image'],
    ['a.mp3', 'ID3\x03', 'is a recording'],
    ['a.mp3', '\xff\xfb\x90d', 'is a recording'],
    ['a.m4a', '\0\0\0\x18ftypM4A ', 'is a recording'],
    ['a.wav', 'RIFF\x10\0\0\0WAVEfmt ', 'is a recording'],
    ['a.webm', '\x1aE\xdf\xa3', 'is a recording'],
    ['a.amr', '#!AMR\n', 'is a recording'],
    ['a.wma', '0&\xb2u\x8ef\xcf\x11', 'is a recording'],
    ['a.ds2', '\x03ds2', 'is a recording'],
    ['a.rar', 'Rar!\x1a\x07', 'is a compressed archive'],
    ['a.7z', '7z\xbc\xaf\x27\x1c', 'is a compressed archive'],
    ['a.bz2', 'BZh91AY&SY', 'is a compressed archive'],
    ['a.xz', '\xfd7zXZ\0', 'is a compressed archive'],
    ['a.tar', `P1.txt${'\0'.repeat(251)}ustar\0`, 'is a compressed archive'],
    ['a.casebench', sqlite(applicationId), 'is a study: open it with Open…'],
    ['a.txt', sqlite(applicationId), 'is a study'],
    ['a.mx22', sqlite(0), 'is a project of MAXQDA'],
    ['a.db', sqlite(0), 'is a database'],
    ['a.exe', `MZ${'\0'.repeat(60)}`, 'is a program'],
    ['a.webarchive', 'bplist00', 'Safari'],
    ['a.mht', 'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;', 'is a web archive'],
    ['a.eml', 'Subject: Notes\r\n of C1\r\nTo: a\r\nMIME-Version: 1.0\r\n\r\nHello', 'is an e-mail'],
    ['a.ps', '%!PS-Adobe-3.0', 'PostScript'],
    ['a.eaf', `${xml}<ANNOTATION_DOCUMENT>`, 'file of ELAN: save the transcript in ELAN as'],
    ['a.trs', `${xml}<!DOCTYPE Trans SYSTEM "trans-14.dtd">\n<Trans>`, 'file of Transcriber'],
    ['a.xml', `${xml}<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`, 'entities'],
    ['a.xml', `${xml}<w:wordDocument>`, 'saved as XML'],
    ['a.qde', `${xml}<Project xmlns="urn:QDA-XML:project:1.0">`, 'REFI-QDA'],
    ['a.xml', `${xml}<anything/>`, 'is an XML file'],
    ['a.ttml', `${xml}<tt xmlns="http://www.w3.org/ns/ttml">`, 'subtitles (TTML)'],
    ['a.TextGrid', 'File type = "ooTextFile"\n', 'file of Praat'],
    ['~$terview.docx', '\x05Marie \0\0', 'lock of a document'],
    ['.~lock.interview.odt#', ',marie,host,01.02.2021 10:00,file:///x;', 'lock of a document'],
    ['._P1.docx', '\0\x05\x16\x07\0\x02', 'companion file that macOS keeps'],
    ['a.wpd', '\xffWPC', 'WordPerfect'],
  ])('%s', async (name, content, message) => {
    const error = await read(name, content).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ImportFileError);
    expect(error instanceof Error ? error.message : '').toContain(message);
    expect(error instanceof Error ? error.message : '').toMatch(/^“.*”[^.]* .*\.$/);
  });
});

describe('text that looks like something else at first', () => {
  it.each([
    ['Session WAVE 1\nP1: Yes.'],
    ['Any ftyp\nP1: Yes.'],
    ['BM: How often?\nP1: Daily.'],
    ['MZ: How often?\nP1: Daily.'],
    ['From: Anna\nTo: P1\nSubject: Questions\nDate: Monday\n\nI: How often?\nP1: Daily.'],
    ['\\documentclass{article}\nP1: Yes.'],
    ['<P1> Yes.\n<I> And?\n'],
    ['ID3: How often?\nP1: Daily.'],
  ])('is read: %j', async (content) => {
    expect((await read('a.txt', content)).text).toBe(content);
  });
});
