import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { ImportFileError, parseTranscriptFile } from '../../../electron/import/transcript-file.ts';

const folder = join(import.meta.dirname, '../../fixtures/transcripts');

function toFile(name: string, content: string | Uint8Array) {
  return { name, bytes: typeof content === 'string' ? Buffer.from(content) : content };
}

async function readMessage(name: string, content: string | Uint8Array): Promise<string> {
  const error = await parseTranscriptFile(toFile(name, content)).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ImportFileError);
  return error instanceof ImportFileError ? error.message : '';
}

describe('the stored text of a .txt file', () => {
  it('is the text without byte order mark and NUL, with LF only', async () => {
    const control = /\0/g;
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (written) => {
        // Words around it keep a handful of control characters from being the greater part of the file.
        const source = `${written}\nP1: ${'enough words to be a text '.repeat(20)}`;
        const { text } = await parseTranscriptFile(toFile('a.txt', source));
        const wanted = Buffer.from(source)
          .toString()
          .replace(control, '')
          .replace(/^\uFEFF+/, '')
          .replace(/\r\n?/g, '\n');
        expect(text).toBe(wanted);
      }),
      { numRuns: 300 },
    );
  });

  it('counts emoji as two units and keeps them', async () => {
    const { text, turns } = await parseTranscriptFile(toFile('a.txt', 'I: 🙂\r\nP1: Ja.'));
    expect(text).toBe('I: 🙂\nP1: Ja.');
    expect(turns[1]).toMatchObject({ start: 6, textStart: 10, end: 13 });
  });

  it.each([
    ['utf-16le', true],
    ['utf-16be', true],
    ['utf-32le', true],
    ['utf-16le', false],
    ['utf-16be', false],
  ])('is decoded from %s (byte order mark: %s)', async (charset, addBOM) => {
    const bytes = iconv.encode('P1: Größe 🙂 zählt.\nI: 为什么?', charset, { addBOM });
    const parsed = await parseTranscriptFile(toFile('a.txt', bytes));
    expect(parsed.text).toBe('P1: Größe 🙂 zählt.\nI: 为什么?');
    expect(parsed.charset).toBe(charset);
  });

  it('has U+FFFD for half characters, with a note', async () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('P1: a\ud83dz', 'utf16le')]);
    const parsed = await parseTranscriptFile(toFile('a.txt', bytes));
    expect(parsed.text).toBe('P1: a\uFFFDz');
    expect(parsed.notes).toHaveLength(1);
  });

  it('follows the character set the researcher chooses', async () => {
    const bytes = iconv.encode('P1: Käse', 'macroman');
    const parsed = await parseTranscriptFile(toFile('a.txt', bytes), { charset: 'macroman' });
    expect([parsed.text, parsed.charset]).toEqual(['P1: Käse', 'macroman']);
    await expect(parseTranscriptFile(toFile('a.txt', bytes), { charset: 'klingon' })).rejects.toThrow(
      '“a.txt” cannot be read as “klingon”',
    );
  });
});

describe('the stored text of a .md file', () => {
  it('keeps every word of a long transcript that is read in pieces', async () => {
    const source = Array.from({ length: 3_000 }, (_, index) => `**P${index % 3}:** word${index} said.`).join(
      '\n\n',
    );
    const { text, turns } = await parseTranscriptFile(toFile('a.md', source));
    expect(text).toBe(source.replaceAll('**', ''));
    expect(turns).toHaveLength(3_000);
  });

  it('keeps every word of a paragraph without end', async () => {
    const source = Array.from(
      { length: 3_000 },
      (_, index) => `[00:00:01] P${index % 3}: word${index} said.`,
    ).join('\n');
    expect((await parseTranscriptFile(toFile('a.md', source))).text).toBe(source);
  });

  it('keeps every word of a line without end', async () => {
    const source = `P1: ${'a word, and *more* so. '.repeat(50_000)}end ${'𝄞'.repeat(20_000)}`;
    expect((await parseTranscriptFile(toFile('a.md', source))).text).toBe(source.replaceAll('*', ''));
  });
});

describe('the turns of a document', () => {
  it.each([
    ['a.html', '<p>\ufeff&#xFEFF;I: Ask?&#13;</p><p>P1: Yes.</p><pre>I: a\rb&#13;c\r\nd</pre>'],
    ['a.md', '\ufeff&#xFEFF;**I:** Ask?&#13;**P1:** Yes.\n\n**I:** so'],
    ['a.rtf', String.raw`{\rtf1\ansi \u-257?\u65279?I: Ask?\'0d\'0aP1: Yes\'00\u0?.\par I: a\u13?b\par}`],
  ])('cover its text whatever line ends, NUL and byte order marks it hides, as %s', async (name, source) => {
    const { text, turns } = await parseTranscriptFile(toFile(name, source));
    expect(text).not.toMatch(/[\0\r]|^\ufeff/);
    expect(turns.map(({ label }) => label)).toEqual(['I', 'P1', 'I']);
    expect(turns.map(({ start }) => start)).toEqual([0, ...turns.map(({ end }) => end)].slice(0, -1));
    expect(turns.at(-1)?.end).toBe(text.length);
  });
});

describe('a file that is no transcript', () => {
  it.each([
    ['a.txt', '', '“a.txt” is empty'],
    ['a.txt', '\uFEFF \r\n', '“a.txt” contains no text'],
    ['a.md', '---\n', '“a.md” contains no text'],
    ['a.sub', '{25}{75}Hi', 'contains subtitles (MicroDVD)'],
    ['a.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\n', '“a.vtt” contains no text'],
    ['a.html', '<!DOCTYPE html><p hidden>Hi', '“a.html” contains no text'],
    ['a.mp4', '\0\0\0\x18ftypmp42', 'is a recording'],
    ['a.docx', 'PK\x03\x04 and no more', '“a.docx” is damaged'],
  ])('%s with %j is refused in a sentence', async (name, content, message) => {
    expect(await readMessage(name, Buffer.from(content))).toContain(message);
  });

  it('is refused when it is bytes and no text', async () => {
    const bytes = deflateRawSync(
      Buffer.from(Array.from({ length: 60_000 }, (_, index) => (index * index) % 251)),
    );
    expect(await readMessage('a.txt', bytes)).toContain('does not contain text');
  });

  it('may be a Word document under another name, which is read', async () => {
    const bytes = readFileSync(join(folder, 'bold-name-tab.docx'));
    expect((await parseTranscriptFile(toFile('a.txt', bytes))).mediaType).toContain('wordprocessingml');
  });
});

/** A zip archive of one deflated entry that states any size it likes. */
function writeZip(name: string, content: Buffer, statedSize: number, flags = 0): Buffer {
  const data = deflateRawSync(content);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(flags, 2);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(data.length, 14);
  common.writeUInt32LE(statedSize, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), data]);
  const central = Buffer.concat([
    Buffer.from('PK\x01\x02\x14\0'),
    common,
    Buffer.alloc(14),
    Buffer.from(name),
  ]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

describe('a Word document', () => {
  it('that unpacks to very much more than its size is refused before it is unpacked', async () => {
    const bomb = writeZip('word/document.xml', Buffer.alloc(40_000_000, 'a'), 40_000_000);
    expect(await readMessage('a.docx', bomb)).toContain('unpacks to more than can safely be read');
  });

  it('that lies about its sizes is refused', async () => {
    const liar = writeZip('word/document.xml', Buffer.alloc(40_000_000, 'a'), 1_000);
    expect(await readMessage('a.docx', liar)).toContain('is damaged');
  });

  it('that is encrypted as a zip archive is refused', async () => {
    expect(await readMessage('a.docx', writeZip('word/document.xml', Buffer.from('x'), 1, 1))).toContain(
      'password',
    );
  });

  it('is read or refused with a sentence however its bytes are changed', async () => {
    const original = readFileSync(join(folder, 'review-marks.docx'));
    const change = fc.record({ at: fc.nat(original.length - 1), byte: fc.nat(255), cut: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const bytes = Buffer.from(original);
        for (const { at, byte } of changes) bytes[at] = byte;
        const [first] = changes;
        const length = first?.cut ? first.at : bytes.length;
        try {
          const { text, turns } = await parseTranscriptFile(toFile('a.docx', bytes.subarray(0, length)));
          expect(turns.at(-1)?.end).toBe(text.length);
        } catch (error) {
          if (!(error instanceof ImportFileError)) throw error;
          expect(error.message).toMatch(/^“a\.docx”.*\.$/s);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a plain text under the name of a Word file', () => {
  it('is read, and its report says what it is', async () => {
    const { text, notes } = await parseTranscriptFile(toFile('a.docx', 'P1: We do.\n'));
    expect(text).toBe('P1: We do.\n');
    expect(notes).toEqual(['The name ends in .docx, but the file holds plain text.']);
  });
});
