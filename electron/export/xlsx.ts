import yazl from 'yazl';
import type { Cell } from './csv.ts';

/** One sheet of an Excel file. */
export type XlsxSheet = { name: string; head: readonly string[]; rows: readonly (readonly Cell[])[] };

/** Nothing of the day or the computer goes into a file: the same study gives the same bytes. */
const mtime = new Date(1980, 0, 1);
const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';
const ofSheets = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * Returns an Excel file of one sheet: the head in bold and fixed above the rest. Texts are stored as texts, so `=1+1`
 * stays what it is; what XML cannot hold is left out, and Excel's 32,767 characters a cell are kept.
 */
export async function writeXlsx(sheet: XlsxSheet): Promise<Uint8Array> {
  const zip = new yazl.ZipFile();
  const add = (path: string, xml: string) => zip.addBuffer(Buffer.from(xmlHead + xml), path, { mtime });
  add('[Content_Types].xml', writeContentTypes());
  add('_rels/.rels', writeRelations([['officeDocument', 'xl/workbook.xml']]));
  add(
    'xl/_rels/workbook.xml.rels',
    writeRelations([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ]),
  );
  add('xl/workbook.xml', writeWorkbook(sheet.name));
  add('xl/styles.xml', writeStyles());
  add('xl/worksheets/sheet1.xml', writeSheet(sheet));
  zip.end();
  const parts: Uint8Array[] = [];
  for await (const part of zip.outputStream) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

function writeContentTypes(): string {
  const part = (path: string, type: string) =>
    `<Override PartName="/xl/${path}.xml" ContentType="${ofSheets}.${type}+xml"/>`;
  return `<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook', 'sheet.main')}${part('worksheets/sheet1', 'worksheet')}${part('styles', 'styles')}</Types>`;
}

function writeRelations(targets: readonly [type: string, path: string][]): string {
  const each = targets.map(
    ([type, path], index) =>
      `<Relationship Id="rId${index + 1}" Type="${relations}/${type}" Target="${path}"/>`,
  );
  return `<Relationships xmlns="${packageRelations}">${each.join('')}</Relationships>`;
}

/** Excel refuses some characters in the name of a sheet, and more than 31 of any. */
function writeWorkbook(name: string): string {
  const allowed = name.replaceAll(/[\\/*?:[\]]/g, ' ').slice(0, 31);
  return `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${escapeXml(allowed)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
}

function writeStyles(): string {
  const format = (font: number) =>
    `<xf numFmtId="0" fontId="${font}" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`;
  const plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"';
  return `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1">${plain}/></cellStyleXfs><cellXfs count="3">${plain} xfId="0"/>${format(0)}${format(1)}</cellXfs></styleSheet>`;
}

function writeSheet({ head, rows }: XlsxSheet): string {
  const lines = [writeRow(head, 1, 2), ...rows.map((cells, index) => writeRow(cells, index + 2, 1))];
  const view =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  return `<worksheet xmlns="${main}">${view}<sheetData>${lines.join('')}</sheetData></worksheet>`;
}

/** Excel finds cells by their order alone, but some readers ask for their addresses. */
function writeRow(cells: readonly Cell[], number: number, style: number): string {
  const each = cells.map((cell, column) => {
    const place = `r="${nameColumn(column)}${number}" s="${style}"`;
    return typeof cell === 'number'
      ? `<c ${place}><v>${cell}</v></c>`
      : `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escapeXml(String(cell).slice(0, 32_767))}</t></is></c>`;
  });
  return `<row r="${number}">${each.join('')}</row>`;
}

/** 0 is A, 25 is Z, 26 is AA. */
function nameColumn(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : nameColumn(Math.floor(column / 26) - 1) + letter;
}

/** Control characters and halves of surrogate pairs have no place in XML. */
const notInXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

function escapeXml(words: string): string {
  return words
    .replaceAll(notInXml, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
