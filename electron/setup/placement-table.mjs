/**
 * @typedef {object} PlacedCompany A company of `mapping --format json`.
 * @property {string} label The sign on its mark in the figure.
 * @property {string} name
 * @property {number | null} placement The researcher's, in stages; null while there is none.
 * @property {{ low: number, high: number } | null} computed What the rule gives from the ratings.
 */

/**
 * The placements as columns of text, for a terminal.
 * @param {{ companies: readonly PlacedCompany[] }} mapping
 * @returns {string} Lines without a final line break.
 */
export function formatPlacementTable({ companies }) {
  const rows = companies.map(({ label, name, placement, computed }) => [
    label,
    name,
    placement === null ? 'none yet' : String(placement),
    computed === null ? '' : formatInterval(computed),
  ]);
  return alignColumns([['', 'company', 'placement', 'computed by the rule'], ...rows]);
}

/** @param {{ low: number, high: number }} interval */
function formatInterval({ low, high }) {
  return low === high ? String(low) : `${low} to ${high}`;
}

/** @param {string[][]} rows */
function alignColumns(rows) {
  const columns = rows[0]?.length ?? 0;
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
