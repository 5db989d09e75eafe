import { readFileSync } from 'node:fs';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { findItemCode } from '../../../db/tables/codes.ts';
import { findCompany } from '../../../db/tables/companies.ts';
import { saveSummary } from '../../../db/tables/summaries.ts';
import { type CodeTable, writeCodeTable } from '../../../electron/export/code-tables.ts';
import { writeXlsx } from '../../../electron/export/xlsx.ts';
import { addCoding, addTranscript, freePath, makeOpenStudy } from '../../support/study.ts';

const study = makeOpenStudy();
study.transact({ label: 'Fill' }, (write) => {
  addTranscript(write, { name: 'T', company: 'A', technique: 'P', lines: [['P1', 'We do so, ever.']] });
  addCoding(write, { transcript: 'T', quote: 'We do', code: 'D1' });
  addCoding(write, { transcript: 'T', quote: 'do so', code: '=cmd()' });
  const companyId = findCompany(write, 'A')?.id ?? 0;
  const codeId = findItemCode(write, 'D1')?.id ?? 0;
  saveSummary(write, { companyId, codeId, text: 'They do,\n“now” 😀', coderId: 1 });
});
const byCompany: CodeTable = {
  table: 'codes',
  choice: { kind: 'company', counts: 'excerpts', withSubCodes: false },
  view: { share: 'number', rows: 'study', columns: 'study', hidesEmpty: true },
};

async function write(table: CodeTable, format: 'csv' | 'xlsx'): Promise<string> {
  const path = freePath(`.${format}`);
  await writeCodeTable(study.read, table, { path, format });
  return path;
}

describe('a table of codes as a file', () => {
  it('is CSV that Excel reads as UTF-8, in which no code becomes a formula', async () => {
    expect(readFileSync(await write(byCompany, 'csv'), 'utf8')).toBe(
      [
        '\uFEFFcode,name (excerpts),total (each excerpt once),A',
        ',total (each excerpt once),2,2',
        'D1,Collect and aggregate data,1,1',
        `,"'=cmd()",1,1`,
        '',
      ].join('\r\n'),
    );
  });

  it('is an Excel file with the same cells, numbers as numbers and texts as texts', async () => {
    expect(await readXlsxFile(await write(byCompany, 'xlsx'))).toEqual([
      {
        sheet: 'Codes',
        data: [
          ['code', 'name (excerpts)', 'total (each excerpt once)', 'A'],
          [null, 'total (each excerpt once)', 2, 2],
          ['D1', 'Collect and aggregate data', 1, 1],
          [null, '=cmd()', 1, 1],
        ],
      },
    ]);
  });

  it('holds which codes occur together, also as coefficients', async () => {
    const table: CodeTable = {
      table: 'co-occurrence',
      choice: { counts: 'excerpts', withSubCodes: false, nearTurns: null },
      shows: 'coefficient',
      hidesEmpty: true,
    };
    const lines = readFileSync(await write(table, 'csv'), 'utf8').split('\r\n');
    expect(lines.slice(1, 3)).toEqual(['D1,Collect and aggregate data,1,1', `,"'=cmd()",1,1`]);
  });

  it('holds the framework matrix with its summaries', async () => {
    const [{ data = [] } = {}] = await readXlsxFile(await write({ table: 'framework', choice: {} }, 'xlsx'));
    expect(data[0]).toEqual(['code', 'name', 'A', 'A excerpts', 'A degree']);
    expect(data.find(([code]) => code === 'D1')).toEqual([
      'D1',
      'Collect and aggregate data',
      'They do,\n“now” 😀',
      1,
      1,
    ]);
  });

  it('has the same bytes for the same study', async () => {
    const sheet = { name: 'a/b', head: ['x'], rows: [['\u0000\ud800 <&>']] };
    expect(await writeXlsx(sheet)).toEqual(await writeXlsx(sheet));
  });
});
