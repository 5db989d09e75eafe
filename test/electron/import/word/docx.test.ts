import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTranscriptFile } from '../../../../electron/import/transcript-file.ts';
import { damage, damages, expectReadOrRefused, unzip, zip } from '../../../support/damaged-files.ts';

const folder = join(import.meta.dirname, '../../../fixtures/transcripts');
const names = [
  'word-comments.docx',
  'word-pieces.docx',
  'table-column-per-speaker.docx',
  'libreoffice-lists-notes.docx',
];
const read = (name: string) => readFileSync(join(folder, name));

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';
const types =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ' +
  'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

/** A document of the body alone, with other parts where Word puts them. */
function writeWord(body: string, parts: Record<string, string> = {}): Promise<Buffer> {
  return zip([
    ['[Content_Types].xml', types],
    ['word/document.xml', `<w:document ${namespaces}><w:body>${body}</w:body></w:document>`],
    ...Object.entries(parts),
  ]);
}

async function readWord(body: string, parts?: Record<string, string>) {
  return parseTranscriptFile({ name: 'a.docx', bytes: await writeWord(body, parts) });
}

const toRun = (text: string) => `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
const toParagraph = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`;

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(']]>', ']]&gt;');
}

// What XML can hold, without the line ends and marks that are no text.
const words = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replace(/[\r\n\uFEFF]/g, ''));

describe('a Word document', () => {
  it('keeps the words of every paragraph, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(words, { maxLength: 4 }), { minLength: 1, maxLength: 8 }),
        async (paragraphs) => {
          const written = [['P1: Yes.'], ...paragraphs];
          const { text } = await readWord(written.map((runs) => toParagraph(...runs.map(toRun))).join(''));
          expect(text).toBe(written.map((runs) => runs.join('')).join('\n'));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('has its comments on exactly the words that Word marks, however they overlap', async () => {
    const range = fc
      .tuple(fc.nat(9), fc.nat(9))
      .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
    await fc.assert(
      fc.asyncProperty(fc.array(range, { minLength: 1, maxLength: 6 }), async (ranges) => {
        const pieces = Array.from({ length: 10 }, (_, index) => `w${index}🙂`);
        const body = pieces.map((piece, index) => {
          const starts = ranges.map(({ from }, id) =>
            from === index ? `<w:commentRangeStart w:id="${id}"/>` : '',
          );
          const ends = ranges.map(({ to }, id) => (to === index ? `<w:commentRangeEnd w:id="${id}"/>` : ''));
          return starts.join('') + toRun(piece) + ends.join('') + toRun(' ');
        });
        const list = ranges.map(
          (_, id) => `<w:comment w:id="${id}" w:author="A">${toParagraph(toRun(`c${id}`))}</w:comment>`,
        );
        const comments = `<w:comments ${namespaces}>${list.join('')}</w:comments>`;
        const parsed = await readWord(toParagraph(...body), { 'word/comments.xml': comments });
        expect(parsed.comments).toHaveLength(ranges.length);
        for (const { start, end, text } of parsed.comments) {
          const { from, to } = ranges[Number(text.slice(1))] ?? { from: -1, to: -1 };
          expect(parsed.text.slice(start, end)).toBe(pieces.slice(from, to + 1).join(' '));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('puts a comment without a place on the first line, and one in an empty paragraph on the next line with words', async () => {
    const comments =
      `<w:comments ${namespaces}>` +
      ['lost', 'empty']
        .map((text, id) => `<w:comment w:id="${id}">${toParagraph(toRun(text))}</w:comment>`)
        .join('') +
      '</w:comments>';
    const body =
      toParagraph(toRun('First line.')) +
      toParagraph('<w:commentRangeStart w:id="1"/>') +
      toParagraph(toRun('Third.'));
    const { text, comments: read } = await readWord(body, { 'word/comments.xml': comments });
    expect(read.map(({ start, end, text: says }) => [says, text.slice(start, end)])).toEqual([
      ['lost', 'First line.'],
      ['empty', 'Third.'],
    ]);
  });

  it('is read under any prefix for its namespace', async () => {
    const xml = `<ns0:document xmlns:ns0="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><ns0:body><ns0:p><ns0:r><ns0:rPr><ns0:b ns0:val="1"/></ns0:rPr><ns0:t>P1</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>`;
    const bytes = await zip([
      ['[Content_Types].xml', types],
      ['word/document.xml', xml],
    ]);
    expect((await parseTranscriptFile({ name: 'a.docx', bytes })).text).toBe('P1');
  });

  it('is not lost behind a field whose result never begins', async () => {
    const body =
      toParagraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', toRun('code')) +
      toParagraph(toRun('P1: Yes.'));
    expect((await readWord(body)).text).toBe('\nP1: Yes.');
  });

  it('that holds nothing but deletions contains no text', async () => {
    const body = toParagraph('<w:del><w:r><w:delText>Gone</w:delText></w:r></w:del>');
    await expect(readWord(body)).rejects.toThrow('contains no text');
  });

  it('that only holds an inserted web page is refused with what to do', async () => {
    await expect(readWord('<w:altChunk/>')).rejects.toThrow('“a.docx” holds its text as an inserted file');
  });

  it('with elements nested beyond reason is refused in a sentence', async () => {
    const deep = toParagraph('<w:smartTag>'.repeat(50_000) + '</w:smartTag>'.repeat(50_000));
    await expect(readWord(deep)).rejects.toThrow('“a.docx” (word/document.xml) is nested too deeply');
  });

  it('of 60,000 words is read in less than two seconds', async () => {
    const body = Array.from({ length: 4_000 }, (_, index) =>
      toParagraph(
        toRun(`P${index % 7}: `),
        ...Array.from({ length: 15 }, (_, word) => toRun(`word${word} `)),
      ),
    );
    const bytes = await writeWord(body.join(''));
    const { turns } = await parseTranscriptFile({ name: 'a.docx', bytes });
    expect(turns).toHaveLength(4_000);
  });

  it.each(names)('%s is read or refused however its bytes are damaged', async (name) => {
    const bytes = read(name);
    await fc.assert(
      fc.asyncProperty(damages, (all) => expectReadOrRefused('a.docx', damage(bytes, all))),
      { numRuns: 60 },
    );
  });

  it.each(names)('%s is read or refused however the XML in it is damaged', async (name) => {
    const parts = [...(await unzip(read(name)))];
    await fc.assert(
      fc.asyncProperty(fc.nat(parts.length - 1), damages, async (which, all) => {
        const damaged = parts.map(
          ([part, content], index) => [part, index === which ? damage(content, all) : content] as const,
        );
        await expectReadOrRefused('a.docx', await zip(damaged));
      }),
      { numRuns: 100 },
    );
  });
});
