import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { rtf } from '../../../../electron/import/rtf/rtf.ts';
import { ImportFileError, parseTranscriptFile } from '../../../../electron/import/transcript-file.ts';

const folder = join(import.meta.dirname, '../../../fixtures/transcripts');

function toFile(content: string | Buffer, name = 'a.rtf') {
  return { name, bytes: typeof content === 'string' ? Buffer.from(content, 'latin1') : content };
}

async function readBody(body: string): Promise<string> {
  return (await rtf.read(toFile(`{\\rtf1\\ansi\\ansicpg1252\\deff0 ${body}}`), {})).text;
}

/** Bytes as Rich Text writes them: `\'e4`. */
function toHex(text: string, charset: string): string {
  return [...iconv.encode(text, charset)].map((byte) => `\\'${byte.toString(16).padStart(2, '0')}`).join('');
}

describe('the characters of Rich Text', () => {
  it.each([
    [204, 'windows-1251', 'Мы развертываем еженедельно'],
    [238, 'windows-1250', 'Zażółć gęślą jaźń'],
    [161, 'windows-1253', 'Κάθε εβδομάδα'],
    [177, 'windows-1255', 'כל שבוע'],
    [178, 'windows-1256', 'كل أسبوع'],
    [128, 'shift_jis', '表を毎週、展開する。ソ'],
    [134, 'gbk', '我们每周部署一次。'],
    [136, 'big5', '我們每週部署一次，功能'],
    [129, 'euc-kr', '매주 배포합니다'],
    [77, 'macroman', 'Größe “zählt”'],
  ])('are decoded by the character set %i of their font', async (number, charset, text) => {
    const fonts = `{\\fonttbl{\\f0\\fnil\\fcharset0 Arial;}{\\f7\\fnil\\fcharset${number} Other;}}`;
    expect(await readBody(`${fonts}P1: {\\f7 ${toHex(text, charset)}} \\f0 caf\\'e9`)).toBe(
      `P1: ${text} café`,
    );
  });

  it('of two bytes are whole when the second is written as a letter or in another group', async () => {
    const font = '{\\fonttbl{\\f0\\fcharset128 Mincho;}}';
    expect(await readBody(`${font}\\'83\\'5c\\'83A\\'95{\\'5c}`)).toBe('ソア表');
  });

  it('are those of the document where the font does not say', async () => {
    const text = toHex('Привет', 'windows-1251');
    const { text: read } = await rtf.read(
      toFile(`{\\rtf1\\ansi\\ansicpg1251{\\fonttbl{\\f0\\fcharset0 Arial;}}\\f0 ${text}}`),
      {},
    );
    expect(read).toBe('Привет');
  });

  it('of a Western font in a Chinese document swallow nothing', async () => {
    const source = "{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset0 Arial;}}\\f0 \\'93Yes\\'94 \\'85}";
    expect((await rtf.read(toFile(source), {})).text).toBe('“Yes” …');
  });

  it('beyond the character set are taken instead of their fall-back', async () => {
    expect(
      await readBody("\\u26085?\\uc2\\u26412\\'96\\'7b\\uc0\\u-10179 \\u-8638 \\uc1\\u8217\\rquote s"),
    ).toBe('日本🙂’s');
    expect(await readBody('{\\upr{A?}{\\*\\ud{A\\u322?}}}{\\u8230 }\\par b')).toBe('Ał…\nb');
  });

  it('are dashes, quotation marks and blanks', async () => {
    expect(
      await readBody(
        'a\\emdash b\\endash\\lquote c\\rquote\\ldblquote d\\rdblquote\\bullet\\~\\_\\-\\{\\}\\\\',
      ),
    ).toBe('a—b–‘c’“d”•\u00a0\u2011\u00ad{}\\');
  });

  it('are UTF-8 where a program wrote it without escapes', async () => {
    expect((await rtf.read(toFile(Buffer.from('{\\rtf1 P1: Größe 为什么}')), {})).text).toBe(
      'P1: Größe 为什么',
    );
  });
});

describe('the structure of Rich Text', () => {
  it('keeps paragraphs, line breaks, tabs and lists', async () => {
    const bullet = "{\\listtext\\pard\\plain\\f3 \\'b7\\tab}\\pard\\ls1";
    const body = `P1:\\tab One.\\line Two.\\par ${bullet}\\ilvl1 inner\\par {\\pntext 2.\\tab}second\\par \\pard\\par I: So?\\par`;
    expect(await readBody(body)).toBe('P1:\tOne.\nTwo.\n  • inner\n  2. second\n\nI: So?');
  });

  it('keeps the cells of tables row by row, and tables in cells', async () => {
    const cells =
      '\\trowd\\intbl 0:01\\cell P1\\cell Yes.\\par No.\\cell\\row \\intbl 0:05\\cell\\cell\\cell\\row';
    expect(await readBody(`${cells}\\pard End.\\par`)).toBe('0:01\tP1\tYes.\nNo.\n0:05\t\t\nEnd.');
    const nested =
      '\\intbl a\\cell\\itap2 b\\nestcell c\\nestcell{\\*\\nesttableprops\\trowd\\nestrow}{\\nonesttables\\par}\\itap1 d\\cell\\row';
    expect(await readBody(nested)).toBe('a\tb\tc\nd');
  });

  it('marks the bold heads of lines', async () => {
    const { boldHeads } = await rtf.read(
      toFile('{\\rtf1{\\b Anna:} Yes.\\par\\b Jo:\\b0  No.\\par\\b x\\plain y}'),
      {},
    );
    expect(boldHeads).toEqual([
      { start: 0, end: 5 },
      { start: 11, end: 14 },
      { start: 19, end: 20 },
    ]);
  });

  it('leaves out what is not text: tables of fonts, fields, pictures, margins, binary data', async () => {
    const { text, notes } = await rtf.read(
      toFile(
        '{\\rtf1{\\fonttbl{\\f0 Arial;}}{\\stylesheet{\\s0 Normal;}}{\\info{\\title T}}{\\*\\unknown words}{\\header Secret}' +
          'See {\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt the page}}.{\\pict\\bin4 {}{}}{\\*\\shppict{\\pict 00ff}}{\\nonshppict{\\pict 00ff}}{\\v hidden}}',
      ),
      {},
    );
    expect(text).toBe('See the page.hidden');
    expect(notes).toEqual([
      'Passages of hidden text were kept: 1.',
      'Page headers and footers were left out: 1.',
      'Pictures were left out: 2.',
    ]);
  });

  it('keeps text behind a style that only some readers know', async () => {
    expect(
      await readBody(
        '{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt \\*\\cs12 link}} after {\\*\\unknown out}',
      ),
    ).toBe('link after ');
  });

  it('takes tracked changes as accepted', async () => {
    expect(await readBody('{\\mvf\\mvauth1 Moved. }Stays. {\\mvt\\mvauth1 Moved.}')).toBe('Stays. Moved.');
    expect(
      await readBody(
        'daily{\\deleted  or never}{\\revised\\revdttm-2074015744  or weekly}{\\deleted\\par }.',
      ),
    ).toBe('daily or weekly.');
  });

  it('puts footnotes behind the speech', async () => {
    const { text, speechEnd } = await rtf.read(
      toFile(
        '{\\rtf1 P1: Yes{\\super\\chftn{\\footnote\\pard{\\super\\chftn} On Fridays.}}.\\par I: Ah.\\par}',
      ),
      {},
    );
    expect(text).toBe('P1: Yes[1].\nI: Ah.\n[1] On Fridays.');
    expect(text.slice(speechEnd)).toBe('[1] On Fridays.');
  });

  it('offers comments with author, date and passage', async () => {
    const source =
      '{\\rtf1 P1: We {\\*\\atrfstart 7}deploy daily{\\*\\atrfend 7}{\\*\\atnid MJ}{\\*\\atnauthor Mia Jones}\\chatn' +
      '{\\*\\annotation{\\*\\atnref 7}{\\*\\atndate 1200798606}\\pard{\\chatn} Really?\\par When?}.}';
    const { text, comments } = await rtf.read(toFile(source), {});
    expect(text).toBe('P1: We deploy daily.');
    expect(comments).toEqual([
      { start: 7, end: 19, author: 'Mia Jones', date: '2021-02-23T14:14:00', text: 'Really?\nWhen?' },
    ]);
  });

  it('keeps the text of boxes behind their paragraph', async () => {
    const box =
      '{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv 1}}{\\shptxt\\pard In a box.\\par}}{\\shprslt{In a box.}}}';
    expect(await readBody(`P1: Yes${box}, here.\\par I: So.`)).toBe('P1: Yes, here.\nIn a box.\nI: So.');
  });

  it('of TextEdit ends paragraphs with a backslash and marks pictures by a sign', async () => {
    const source =
      "{\\rtf1\\ansi\\ansicpg1252\\cocoartf2639\n{\\fonttbl\\f0\\fswiss\\fcharset0 Helvetica;\\f1\\fswiss\\fcharset0 Helvetica-Bold;}\n{\\colortbl;\\red0;}\n\\pard\\f1\\b\\fs24 P1:\\f0\\b0  It\\'92s {{\\NeXTGraphic a.png \\width640}\\'ac}here\\\nI: No\\uc0\\u8232 yes}";
    expect((await rtf.read(toFile(source), {})).text).toBe('P1: It’s here\nI: No\u2028yes');
  });
});

describe('a Rich Text file', () => {
  it.each(['a.doc', 'a.txt', 'a.docx'])('is recognised by its content, such as %s', async (name) => {
    const { text, format, speakers } = await parseTranscriptFile(
      toFile(' \r\n{\\rtf1 P1: We do.\\par}', name),
    );
    expect([text, format, speakers[0]?.label]).toEqual(['P1: We do.', 'Rich Text', 'P1']);
  });

  it('that breaks off is read as far as it goes, with a note', async () => {
    const { text, notes } = await rtf.read(toFile('{\\rtf1 P1: We do.\\par I: And th'), {});
    expect([text, notes.length]).toEqual(['P1: We do.\nI: And th', 1]);
    await expect(rtf.read(toFile('{\\rtf1{\\fonttbl{\\f0 Ari'), {})).rejects.toThrow('“a.rtf” is damaged');
  });

  it('with a group closed too early is read to its end, with a note', async () => {
    const { text, notes } = await rtf.read(toFile('{\\rtf1 P1: We} do.\\par} I: And then?\\par}\0\0'), {});
    expect(text).toBe('P1: We do.\n I: And then?');
    expect(notes).toHaveLength(1);
  });

  it.each(['{', '}', "{\\'81", '{\\*\\annotation ', '{\\footnote ', '{\\listtext ', '\\cell\\row'])(
    'of a million %j is read or refused in a sentence',
    async (piece) => {
      const bytes = Buffer.from(`{\\rtf1 P1: a ${piece.repeat(1_000_000)}\\par`, 'latin1');
      const read = await rtf.read(toFile(bytes), {}).catch((error: unknown) => error);
      if (read instanceof Error) expect(read).toBeInstanceOf(ImportFileError);
      else expect(read).toHaveProperty('text');
    },
  );

  it('is read or refused in a sentence however its bytes are changed', async () => {
    const original = readFileSync(join(folder, 'word-like.rtf'));
    const piece = fc.oneof(
      fc.constantFrom(
        '{',
        '}',
        '\\',
        '\\cell',
        '\\row',
        '\\u-1',
        "\\'83",
        '{\\*\\annotation',
        '\\bin9999',
        '\\par',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    const change = fc.record({ at: fc.nat(original.length - 1), piece, cut: fc.nat(60) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        let bytes = original;
        for (const { at, piece: put, cut } of changes) {
          bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from(put), bytes.subarray(at + cut)]);
        }
        try {
          const { text, turns } = await parseTranscriptFile(toFile(bytes));
          expect(turns.map(({ start }) => start)).toEqual([0, ...turns.map(({ end }) => end)].slice(0, -1));
          expect(turns.at(-1)?.end).toBe(text.length);
          expect(text.isWellFormed()).toBe(true);
        } catch (error) {
          if (!(error instanceof ImportFileError)) throw error;
          expect(error.message).toMatch(/^“a\.rtf”.*\.$/s);
        }
      }),
      { numRuns: 500 },
    );
  });
});
