/**
 * Divides cells that were copied from a spreadsheet: a tab between cells, a line end between rows. A cell that holds
 * tabs, line ends or quotes stands in quotes, each quote within it twice; a quote that merely begins a cell
 * (`"Lead" engineer`) is part of it.
 */
export function parsePastedCells(text: string): string[][] {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < source.length) {
    const { cell, end } = readCell(source, at);
    row.push(cell);
    if (source[end] !== '\t') {
      rows.push(row);
      row = [];
    } else if (end + 1 === source.length) row.push('');
    at = end + 1;
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

/** Returns the cell that begins at an offset, and the offset of the tab or line end behind it. */
function readCell(source: string, start: number): { cell: string; end: number } {
  const quoted = source[start] === '"' ? readQuoted(source, start) : undefined;
  if (quoted) return quoted;
  const end = findCellEnd(source, start);
  return { cell: source.slice(start, end), end };
}

const cellEnd = /[\t\n]/g;

function findCellEnd(source: string, from: number): number {
  cellEnd.lastIndex = from;
  return cellEnd.exec(source)?.index ?? source.length;
}

/** A quoted cell ends with a single quote before a tab, a line end or the end. Goes over each letter once. */
function readQuoted(source: string, start: number): { cell: string; end: number } | undefined {
  let at = start + 1;
  for (;;) {
    const quote = source.indexOf('"', at);
    if (quote === -1) return undefined;
    if (source[quote + 1] === '"') {
      at = quote + 2;
      continue;
    }
    const end = quote + 1;
    const isEnd = end === source.length || source[end] === '\t' || source[end] === '\n';
    return isEnd ? { cell: source.slice(start + 1, quote).replaceAll('""', '"'), end } : undefined;
  }
}
