import type { Sheet } from '../../db/analysis/code-sheets.ts';
import { toHarmlessText, toTabbedCell } from '../../db/model/tabbed-cell.ts';

/** A table as the clipboard carries it to a spreadsheet or a text. */

/** Returns the cells parted by tabs. */
export function toTabbedText({ head, rows }: Sheet): string {
  return [head, ...rows].map((cells) => cells.map(toTabbedCell).join('\t')).join('\r\n');
}

/** Returns the cells as an HTML table. */
export function toHtmlTable({ head, rows }: Sheet): string {
  const row = (cells: readonly (string | number)[], tag: 'th' | 'td') =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(toHarmlessText(cell))}</${tag}>`).join('')}</tr>`;
  return `<table><thead>${row(head, 'th')}</thead><tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br>');
}
