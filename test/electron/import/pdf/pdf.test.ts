import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import iconv from 'iconv-lite';
import PDFDocument from 'pdfkit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseTranscriptFile } from '../../../../electron/import/transcript-file.ts';
import { toStream, writePage, writePdf } from '../../../support/pdf.ts';

type Kit = InstanceType<typeof PDFDocument>;

const helvetica = '/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>';
const read = (bytes: Uint8Array) => parseTranscriptFile({ name: 'talk.pdf', bytes });

/** Makes a PDF with pdfkit. */
function make(write: (kit: Kit) => void): Promise<Buffer> {
  const kit = new PDFDocument({ size: 'A5', margin: 50 });
  const parts: Buffer[] = [];
  const { promise, resolve } = Promise.withResolvers<Buffer>();
  kit.on('data', (part: Buffer) => parts.push(part));
  kit.on('end', () => resolve(Buffer.concat(parts)));
  write(kit);
  kit.end();
  return promise;
}

describe('a PDF', () => {
  it('is recognised by its content, behind a few other bytes too, whatever it is called', async () => {
    const bytes = Buffer.concat([Buffer.from('\n\n'), await make((kit) => kit.text('P1: We began small.'))]);
    expect(await parseTranscriptFile({ name: 'talk.txt', bytes })).toMatchObject({
      format: 'PDF',
      mediaType: 'application/pdf',
      text: 'P1: We began small.',
    });
  });

  it('keeps its bytes for the copy that the study stores', async () => {
    const bytes = await make((kit) => kit.text('P1: We began small.'));
    const before = Buffer.from(bytes);
    await read(bytes);
    expect(bytes.equals(before)).toBe(true);
  });

  it('has its text joined over lines and pages, without the space between paragraphs', async () => {
    const said = 'We retrain the model every night and somebody looks at it in the morning. '
      .repeat(40)
      .trim();
    const bytes = await make((kit) => {
      kit.fontSize(11).text('I: How often?').moveDown().text(`P1: ${said}`).moveDown().text('I: Thank you.');
    });
    expect((await read(bytes)).text).toBe(`I: How often?\nP1: ${said}\nI: Thank you.`);
  });

  it('tells bold labels that have no colon', async () => {
    const bytes = await make((kit) => {
      for (const [who, words] of [
        ['Anna Berg', 'How often do you retrain?'],
        ['Tom Smith', 'Every night.'],
        ['Anna Berg', 'And who looks at it?'],
        ['Tom Smith', 'I do.'],
      ] as const) {
        kit.font('Helvetica-Bold').text(`${who} `, { continued: true }).font('Helvetica').text(words);
      }
    });
    expect((await read(bytes)).turns.map(({ label }) => label)).toEqual([
      'Anna Berg',
      'Tom Smith',
      'Anna Berg',
      'Tom Smith',
    ]);
  });

  it('has no watermark in its text, and says so', async () => {
    const bytes = await make((kit) => {
      kit.text('P1: We began small.');
      kit.rotate(45).text('CONFIDENTIAL', 200, 0);
    });
    const { text, notes } = await read(bytes);
    expect(text).toBe('P1: We began small.');
    expect(notes).toEqual(['Left out on 1 page: text that stands at an angle, such as a watermark.']);
  });

  it('is read the way its page is turned', async () => {
    const content =
      'BT /F 11 Tf 0 1 -1 0 100 50 Tm (P1: We began small.) Tj 0 -14 Td (P1: Then we grew.) Tj ET';
    const upright = writePage(content, helvetica);
    const turned = writePage(content, helvetica, [], '/Rotate 90');
    expect((await read(upright)).text).toBe('P1: We began small.\nP1: Then we grew.');
    expect((await read(turned)).text).toBe('P1: We began small.\nP1: Then we grew.');
  });

  it('offers remarks written on it as comments on the words they mark', async () => {
    const quad = '[89 512 148 512 89 498 148 498]';
    const mark = `/Subtype/Highlight/Rect[89 498 148 512]/QuadPoints${quad}/Contents(How small?)/T(Berg)`;
    const annotations = `/Annots[<<${mark}/M(D:20210305141500+01'00')>><</Subtype/Text/Rect[300 495 320 515]/Contents(Ask again)>>]`;
    const content = 'BT /F 11 Tf 1 0 0 1 50 500 Tm (P1: We began small and grew.) Tj ET';
    const { text, comments } = await read(writePage(content, helvetica, [], annotations));
    expect(
      comments.map(({ start, end, ...comment }) => ({ on: text.slice(start, end), ...comment })),
    ).toEqual([
      { on: 'began small', author: 'Berg', date: '2021-03-05T14:15:00+01:00', text: 'How small?' },
      { on: 'P1: We began small and grew.', author: '', date: null, text: 'Ask again' },
    ]);
  });

  it('says how many fields of a form are filled in, for they are no text of the page', async () => {
    const field = '/Subtype/Widget/FT/Tx/T(answer)/V(Every night)/Rect[50 400 200 420]';
    const content = 'BT /F 11 Tf 1 0 0 1 50 500 Tm (How often do you retrain?) Tj ET';
    const { text, notes } = await read(writePage(content, helvetica, [], `/Annots[<<${field}>>]`));
    expect(text).toBe('How often do you retrain?');
    expect(notes).toEqual([expect.stringMatching(/^Left out: what is filled in in 1 field of a form\./)]);
  });

  it('has Japanese text read by the character maps that come with the program', async () => {
    const words = iconv.encode('質問者：始まりは小さかったです。', 'shift_jis').toString('hex');
    const info = '/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>';
    const bytes = writePage(`BT /F 11 Tf 50 500 Td <${words}> Tj ET`, '/Font<</F 5 0 R>>', [
      '<</Type/Font/Subtype/Type0/BaseFont/Ryumin-Light/Encoding/90ms-RKSJ-H/DescendantFonts[6 0 R]>>',
      `<</Type/Font/Subtype/CIDFontType0/BaseFont/Ryumin-Light/DW 1000${info}/FontDescriptor 7 0 R>>`,
      '<</Type/FontDescriptor/FontName/Ryumin-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800/Descent -200/StemV 80/CapHeight 700>>',
    ]);
    expect((await read(bytes)).text).toBe('質問者：始まりは小さかったです。');
  });

  it('keeps hyphens that are written as soft hyphens, and mends words at line ends', async () => {
    const lines = [
      'P1: The semi\xadautomated way is still the one that the or\xad',
      'ganisation likes best of all.',
    ];
    const content = lines.map((line, index) => `1 0 0 1 50 ${500 - 14 * index} Tm (${line}) Tj`).join('\n');
    const bytes = writePage(Buffer.from(`BT /F 11 Tf ${content} ET`, 'latin1'), `/Font<</F 5 0 R>>`, [
      `<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode 6 0 R>>`,
      toStream(
        `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange
         2 beginbfrange <20> <7E> <0020> <AD> <AD> <00AD> endbfrange endcmap end`,
      ),
    ]);
    expect((await read(bytes)).text).toBe(
      'P1: The semi-automated way is still the one that the organisation likes best of all.',
    );
  });
});

describe('a PDF that cannot be read', () => {
  it('is refused when it does not say what its letters are', async () => {
    const toUnicode = toStream(
      `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange
       1 beginbfrange <20> <7E> <E020> endbfrange endcmap end`,
    );
    const bytes = writePage('BT /F 11 Tf 50 500 Td (We began small.) Tj ET', '/Font<</F 5 0 R>>', [
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>',
      toUnicode,
    ]);
    await expect(read(bytes)).rejects.toThrow(
      '“talk.pdf” does not say which letters its text is made of: run text',
    );
  });

  it('is refused when it is a portfolio', async () => {
    const bytes = writePdf([
      '<</Type/Catalog/Pages 2 0 R/Collection<</Type/Collection>>/Names<</EmbeddedFiles<</Names[(a.txt) 5 0 R]>>>>>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Contents 4 0 R/Resources<<${helvetica}>>>>`,
      toStream('BT /F 11 Tf 50 500 Td (Open this portfolio in Acrobat.) Tj ET'),
      '<</Type/Filespec/F(a.txt)/EF<</F 6 0 R>>>>',
      toStream('P1: We began small.', '/Type/EmbeddedFile'),
    ]);
    await expect(read(bytes)).rejects.toThrow('is a collection of other files (a PDF portfolio)');
  });

  it('is refused before it unpacks to more than there is room for', async () => {
    const packed = deflateSync(Buffer.alloc(60_000_000, ' '));
    const bytes = writePdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Contents 4 0 R/Resources<<${helvetica}>>>>`,
      toStream(packed, '/Filter/FlateDecode'),
    ]);
    await expect(read(bytes)).rejects.toThrow('would unpack to far more than a transcript holds');
  });

  it('does not keep the program busy with drawings that draw others twice, and those again', async () => {
    const forms = Array.from({ length: 40 }, (_, index) =>
      toStream(
        '/X Do /X Do',
        `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X ${index + 6} 0 R>>>>`,
      ),
    );
    const last = toStream('BT ET', '/Type/XObject/Subtype/Form/BBox[0 0 9 9]');
    const bytes = writePage('/X Do', '/XObject<</X 5 0 R>>', [...forms, last]);
    await expect(read(bytes)).rejects.toThrow('holds pictures of pages and no text (page 1)');
  });
});

describe('the library that reads PDFs', () => {
  const path = join(import.meta.dirname, '../../../fixtures/transcripts/pdf-arabic.pdf');

  afterEach(() => {
    vi.restoreAllMocks();
    Reflect.deleteProperty(process, 'type');
  });

  it('works in the process of the study service, which it takes for a browser, and says nothing', async () => {
    const consoles = [vi.spyOn(console, 'log'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'error')];
    Object.defineProperty(process, 'type', { value: 'utility', configurable: true });
    vi.resetModules();
    const { parseTranscriptFile: parse } = await import('../../../../electron/import/transcript-file.ts');
    const { text } = await parse({ name: 'talk.pdf', bytes: readFileSync(path) });
    expect(text).toContain('MLflow');
    for (const spy of consoles) expect(spy).not.toHaveBeenCalled();
  });
});
