/**
 * Returns a text as a cell of a table for a spreadsheet. With tabs, line ends or a quote at its beginning it stands in quotes,
 * as spreadsheets copy it. What a spreadsheet would take for a formula gets an apostrophe, which it shows as text.
 */
export function toCellText(text: string): string {
  const safe = /^(?:[=+@]|-\D)/.test(text) ? `'${text}` : text;
  return /[\t\n]|^"/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
