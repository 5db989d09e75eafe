/**
 * Returns a cell as the clipboard carries it to a spreadsheet, which reads a quoted cell with its tabs, line ends and
 * quotation marks. A text that it would take for a formula gets an apostrophe in front.
 */
export function toTabbedCell(cell: string | number): string {
  const text = toHarmlessText(cell);
  return /["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Returns a cell as text that no spreadsheet takes for a formula. */
export function toHarmlessText(cell: string | number): string {
  return typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell);
}
