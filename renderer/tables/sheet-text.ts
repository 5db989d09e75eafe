import type { Sheet } from '../../db/analysis/code-sheets.ts';

/** A table as the clipboard carries it to a spreadsheet or a text. */

/** Returns the cells parted by tabs. Cells that a spreadsheet would take for a formula get an apostrophe in front. */
export function toTabbedText({ head, rows }: Sheet): string {
  return [head, ...rows].map((cells) => cells.map(toTabbedCell).join('\t')).join('\r\n');
}

/** Returns the cells as an HTML table. */
export function toHtmlTable({ head, rows }: Sheet): string {
  const row = (cells: readonly (string | number)[], tag: 'th' | 'td') =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(toText(cell))}</${tag}>`).join('')}</tr>`;
  return `<table><thead>${row(head, 'th')}</thead><tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`;
}

function toTabbedCell(cell: string | number): string {
  const text = toText(cell);
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function toText(cell: string | number): string {
  return typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell);
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br>');
}
