import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTranscriptFile } from '../../../../electron/import/transcript-file.ts';
import { damage, damages, expectReadOrRefused, unzip, zip } from '../../../support/damaged-files.ts';

const folder = join(import.meta.dirname, '../../../fixtures/transcripts');
const names = ['odt-by-hand.odt', 'libreoffice-review.odt', 'pandoc-lists-notes.odt'];
const read = (name: string) => readFileSync(join(folder, name));

const namespaces = ['office', 'text', 'style', 'table']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat('xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"')
  .join(' ');

function writeText(body: string): Promise<Buffer> {
  const content = `<office:document-content ${namespaces}><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  return zip([
    ['mimetype', 'application/vnd.oasis.opendocument.text'],
    ['content.xml', content],
  ]);
}

async function readText(body: string) {
  return parseTranscriptFile({ name: 'a.odt', bytes: await writeText(body) });
}

/** Writes text as LibreOffice does: spaces that come again and tabs are elements. */
function toParagraph(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(']]>', ']]&gt;');
  const spaced = escaped.replace(/^ +| {2,}/g, (spaces) => `<text:s text:c="${spaces.length}"/>`);
  return `<text:p>${spaced.replaceAll('\t', '<text:tab/>').replaceAll('\n', '<text:line-break/>')}</text:p>`;
}

describe('an OpenDocument text', () => {
  it('keeps the words, spaces, tabs and line breaks of every paragraph', async () => {
    const words = fc
      .string({
        unit: fc.oneof(
          fc.constantFrom(' ', '\t', 'a', 'ß', '为', '🙂', '<'),
          fc.string({ unit: 'grapheme', maxLength: 1 }),
        ),
        maxLength: 20,
      })
      .map((text) => text.replace(/[\r\uFEFF]/g, ''));
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 8 }), async (paragraphs) => {
        const written = ['P1: Yes.', ...paragraphs];
        expect((await readText(written.map(toParagraph).join('\n'))).text).toBe(written.join('\n'));
      }),
      { numRuns: 200 },
    );
  });

  it('takes white space in the XML for one space', async () => {
    const { text } = await readText(
      '<text:p>\n  P1:\n\t<text:span> it </text:span> is<text:line-break/>\n  so.</text:p>',
    );
    expect(text).toBe('P1: it is\nso.');
  });

  it('is recognised by its list of parts when nothing else says what it is', async () => {
    const body = `<office:document-content ${namespaces}><office:body><office:text><text:p>P1: Yes.</text:p></office:text></office:body></office:document-content>`;
    const bytes = await zip([
      ['content.xml', body],
      ['META-INF/manifest.xml', '<x/>'],
    ]);
    expect((await parseTranscriptFile({ name: 'a.zip', bytes })).format).toBe('OpenDocument text');
  });

  it('does not write more spaces than anybody would type', async () => {
    const { text } = await readText('<text:p>P1:<text:s text:c="99999999999"/>x</text:p>');
    expect(text.length).toBeLessThan(2_000);
  });

  it('does not multiply cells that are said to be repeated', async () => {
    const cell =
      '<table:table-cell table:number-columns-repeated="1000000000"><text:p>x</text:p></table:table-cell>';
    const { text } = await readText(`<table:table><table:table-row>${cell}</table:table-row></table:table>`);
    expect(text).toBe('x');
  });

  it('keeps the words in shapes, behind their paragraph, and what follows the shape', async () => {
    const shape = '<draw:custom-shape><text:p>in</text:p><text:p>side</text:p></draw:custom-shape>';
    const line = '<draw:line><text:p/></draw:line>';
    const { text } = await readText(`<text:p>P1: a${shape} b${line} c</text:p><text:p>d</text:p>`);
    expect(text).toBe('P1: a b c\nin\nside\nd');
  });

  it('that refers to a file outside is refused and the file is not read', async () => {
    const xml = `<!DOCTYPE x SYSTEM "file:///etc/hostname"><office:document ${namespaces}/>`;
    await expect(parseTranscriptFile({ name: 'a.fodt', bytes: Buffer.from(xml) })).rejects.toThrow(
      /^“a\.fodt” .* document type/,
    );
  });

  it.each(names)('%s is read or refused however its bytes are damaged', async (name) => {
    const bytes = read(name);
    await fc.assert(
      fc.asyncProperty(damages, (all) => expectReadOrRefused('a.odt', damage(bytes, all))),
      { numRuns: 60 },
    );
  });

  it.each(names)('%s is read or refused however the XML in it is damaged', async (name) => {
    const parts = [...(await unzip(read(name)))].filter(([part]) => /\.xml$|^mimetype$/.test(part));
    await fc.assert(
      fc.asyncProperty(fc.nat(parts.length - 1), damages, async (which, all) => {
        const damaged = parts.map(
          ([part, content], index) => [part, index === which ? damage(content, all) : content] as const,
        );
        await expectReadOrRefused('a.odt', await zip(damaged));
      }),
      { numRuns: 100 },
    );
  });
});

describe('a comment of an OpenDocument text', () => {
  it('has no date where it had none in Word, for which LibreOffice writes zeros', async () => {
    const { comments } = await readText(
      '<text:p>P1: Yes<office:annotation xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Jo</dc:creator><dc:date>0000-00-00T00:00:00</dc:date><text:p>Really?</text:p></office:annotation>.</text:p>',
    );
    expect(comments).toEqual([{ start: 4, end: 7, author: 'Jo', date: null, text: 'Really?' }]);
  });
});
