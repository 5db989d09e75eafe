import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { ImportFileError } from '../../../../electron/import/import-file-error.ts';
import { readCells } from '../../../../electron/import/tables/read-cells.ts';
import { freePath } from '../../../support/study.ts';

const fixtures = join(import.meta.dirname, '../../../fixtures/tables');
const workbook = join(fixtures, 'people.xlsx');

function writeFile(content: string | Uint8Array, extension = '.csv'): string {
  const path = freePath(extension);
  writeFileSync(path, content);
  return path;
}

const readFile = async (path: string, sheet: string | null = null) =>
  readCells({ kind: 'file', path, sheet });
const rowsOf = async (content: string | Uint8Array) => (await readFile(writeFile(content))).rows;
const pasted = async (text: string) => (await readCells({ kind: 'pasted', text })).rows;

/** The sentence with which a file is refused. */
async function refusal(path: string, sheet: string | null = null): Promise<string> {
  const error = await readFile(path, sheet).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ImportFileError);
  return error instanceof Error ? error.message.replace(basename(path), 't') : '';
}

/** An Excel file of one sheet whose cells are given as XML, zipped. */
async function zipWorkbook(sheet: string): Promise<Uint8Array> {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const zip = new ZipFile();
  const add = (name: string, xml: string) => zip.addBuffer(Buffer.from(xml), name);
  add(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  );
  add(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  );
  add('xl/worksheets/sheet1.xml', `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

describe('a table in a file of text', () => {
  it.each([
    ['commas', 'a,b\n"1;2","x, y"\n'],
    ['semicolons, as Excel writes in many countries', 'a;b\n1;"x, y"\n'.replace('1;', '"1;2";')],
    ['tabs', 'a\tb\n1;2\tx, y\n'],
    ['bars', 'a|b\n1;2|x, y\n'],
    ['blank lines above', '\n\na,b\n"1;2","x, y"\n'],
  ])('may have %s', async (_, content) => {
    const rows = (await rowsOf(content)).filter((row) => row.some((cell) => cell !== ''));
    expect(rows).toEqual([
      ['a', 'b'],
      ['1;2', 'x, y'],
    ]);
  });

  it('counts the line in which Excel names the sign between cells, and takes its word', async () => {
    expect(await rowsOf('sep=;\nname, first;id\nAnna;P1\n')).toEqual([
      [],
      ['name, first', 'id'],
      ['Anna', 'P1'],
    ]);
  });

  it.each(['windows-1252', 'utf-8', 'utf-16le'])('is read when it is written in %s', async (charset) => {
    const text =
      'Teilnehmer;Rolle\nP1;Geschäftsführer für Übertragung\nP2;Qualitätsprüfer (größere Anlagen)\n';
    const bytes = iconv.encode(text, charset, { addBOM: charset === 'utf-16le' });
    const rows = await rowsOf(bytes);
    expect(rows[1]).toEqual(['P1', 'Geschäftsführer für Übertragung']);
  });

  it('keeps line ends within a cell', async () => {
    expect(await rowsOf('a,b\r\n"x\r\ny",2\r\n')).toEqual([
      ['a', 'b'],
      ['x\ny', '2'],
    ]);
  });

  it.each([
    ['is empty', '', 'is empty'],
    ['holds blanks only', ' \n ,\n', 'holds no table'],
    ['has a quote that does not end', 'a,b\n"x,2\n', '(row 2) has quotes around a cell that are not closed'],
    ['is a picture', Uint8Array.from({ length: 400 }, (_, at) => at % 20), 'does not contain text'],
    ['has too many rows', 'x\n'.repeat(20_002), 'has 20,002 rows and 1 columns, too many'],
  ])('that %s is refused with a sentence', async (_, content, sentence) => {
    expect(await refusal(writeFile(content))).toContain(sentence);
  });

  it('is told from Excel by what it holds, not by its name', async () => {
    const path = freePath('.csv');
    copyFileSync(workbook, path);
    expect((await readFile(path)).sheets).toContain('Participants');
  });
});

describe('any bytes at all', () => {
  it('are read as a table or refused with a sentence', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '\n', '\r', '\0', 'ü', '\uD800') })
        .map((text) => Buffer.from(text)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        const error = await readFile(writeFile(content)).then(
          () => undefined,
          (reason: unknown) => reason,
        );
        if (error !== undefined) expect(error).toBeInstanceOf(ImportFileError);
      }),
    );
  });
});

describe('pasted cells', () => {
  it('are divided by tabs and line ends, with line ends, tabs and quotes within quoted cells', async () => {
    expect(await pasted('P1\t"Data\nEngineer\t""lead"""\tA\r\nP2\t\tB\r\n')).toEqual([
      ['P1', 'Data\nEngineer\t"lead"', 'A'],
      ['P2', '', 'B'],
    ]);
  });

  it('keep quotes that only begin a cell, as Excel copies them', async () => {
    expect(await pasted('"Lead" engineer\tA\n"open\tB\n')).toEqual([
      ['"Lead" engineer', 'A'],
      ['"open', 'B'],
    ]);
  });

  it('keep an empty last cell', async () => {
    expect(await pasted('a\tb\nP1\t')).toEqual([
      ['a', 'b'],
      ['P1', ''],
    ]);
  });

  it('from a file of text are divided as the file would be', async () => {
    expect(await pasted('id;role\nP1;Lead, data\n')).toEqual([
      ['id', 'role'],
      ['P1', 'Lead, data'],
    ]);
  });

  it('come back as a spreadsheet copied them, whatever is in them', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', '\t', '\n', ',', ' ') });
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(rows, async (table) => {
        fc.pre(table.at(-1)?.some((text) => text.trim() !== '') === true);
        const copied = table.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join('\t'));
        expect(await pasted(copied.join('\n'))).toEqual(table);
      }),
    );
  });

  it('take time in proportion to their length, however many quotes do not end', async () => {
    const rows = await pasted('"a\t'.repeat(200) + '"a\n'.repeat(15_000));
    expect(rows.length).toBeGreaterThan(0);
  });
});

describe('an Excel file', () => {
  it('gives the first sheet that holds anything: texts, whole numbers, results of formulas, days', async () => {
    expect(await readFile(workbook)).toMatchObject({
      sheets: ['Notes', 'Participants', 'Sessions'],
      sheet: 'Participants',
      rows: [
        ['Table I: who took part', '', '', '', ''],
        ['', '', '', '', ''],
        ['ID', 'Company', 'Job title', 'Years', 'Joined'],
        ['P1 W1 S1', 'A', 'Senior Data\nEngineer', '12', '2009-03-01'],
        ['P2', 'A', 'Forschungsingenieurin', '1.5', ''],
      ],
    });
  });

  it('gives the sheet that is wanted, with durations as hours and minutes', async () => {
    expect((await readFile(workbook, 'Sessions')).rows.at(-1)).toEqual([
      'A_P1',
      'A',
      'Interview',
      '2021-01-18',
      '0:45',
    ]);
    expect(await refusal(workbook, 'Anything')).toBe(
      '“t” has no sheet “Anything”: choose one of “Notes”, “Participants”, “Sessions”.',
    );
  });

  it('gives numbers as they were typed', async () => {
    const cells = '<row r="1"><c r="A1"><v>0.30000000000000004</v></c><c r="B1"><v>45.0</v></c></row>';
    expect(await rowsOf(await zipWorkbook(cells))).toEqual([['0.3', '45']]);
  });

  it.each([
    [
      'of the old kind',
      join(fixtures, 'people.xls'),
      '“t” is an Excel file of the old kind: open it in Excel, save it as .xlsx',
    ],
    [
      'that is LibreOffice’s',
      join(fixtures, 'people.ods'),
      '“t” is a LibreOffice file: save it as .xlsx or .csv',
    ],
  ])('%s is refused with what to do', async (_, path, sentence) => {
    expect(await refusal(path)).toContain(sentence);
  });

  it('with a password is refused with what to do', async () => {
    const container = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(1_000),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    expect(await refusal(writeFile(container, '.xlsx'))).toContain(
      'protected by a password: open it in Excel',
    );
  });

  it('that is another zip archive is refused', async () => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from('x'), 'a.txt');
    zip.end();
    const chunks: Buffer[] = [];
    for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
    expect(await refusal(writeFile(Buffer.concat(chunks)))).toContain('is no Excel file');
  });

  it('with two cells far apart is refused before they take all memory', async () => {
    const far =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    expect(await refusal(writeFile(await zipWorkbook(far)))).toContain(
      'has a sheet of 1,048,576 rows and 16,384 columns',
    );
  });

  it.each([
    [
      'a cell whose address is not its first attribute',
      '<row r="2000"><c s="0" r="XFD2000"><v>1</v></c></row>',
    ],
    ['an address in single quotes', "<row r='2000'><c x='>' r='XFD2000'><v>1</v></c></row>"],
    ['a row beyond the last that Excel has', '<row r="3000000"></row>'],
    ['a cell beyond the last row that Excel has', '<row><c r="A20000000"><v>1</v></c></row>'],
  ])('is refused for its extent: %s', async (_, xml) => {
    const sheet = `<row r="1"><c r="A1"><v>1</v></c></row>${xml}`;
    expect(await refusal(writeFile(await zipWorkbook(sheet)))).toMatch(/has a sheet of [\d,]{5,} rows/);
  });

  it('with formats to the last row and column is read', async () => {
    const far = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="0"/></row><row r="1048576" ht="12.8"></row>';
    expect(await rowsOf(await zipWorkbook(far))).toEqual([['1']]);
  });

  it('with a document type, which may refer to other files, is refused', async () => {
    const bytes = await zipWorkbook('<row r="1"><c r="A1"><v>1</v></c></row>');
    const path = writeFile(bytes);
    expect((await readFile(path)).rows).toEqual([['1']]);
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><workbook/>'), 'xl/workbook.xml');
    zip.end();
    const chunks: Buffer[] = [];
    for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
    expect(await refusal(writeFile(Buffer.concat(chunks)))).toContain('is damaged');
  });

  it('that is damaged anywhere is read or refused with a sentence', async () => {
    const bytes = readFileSync(workbook);
    const damage = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(bytes.length), fc.boolean(), async (places, length, isCut) => {
        const damaged = Buffer.from(isCut ? bytes.subarray(0, length) : bytes);
        for (const [place, value] of places) if (place < damaged.length) damaged[place] = value;
        const error = await readFile(writeFile(damaged, '.xlsx')).then(
          () => undefined,
          (reason: unknown) => reason,
        );
        if (error !== undefined) expect(error).toBeInstanceOf(ImportFileError);
      }),
      { numRuns: 60 },
    );
  });
});
