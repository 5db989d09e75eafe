/**
 * Counting for tables of codes. What is counted is a *source*: an excerpt, or a practitioner (product rule 1). A source
 * touches cells; each cell, row, column and the table itself counts it once, however often it is touched:
 *
 *     cell(r, c) = |{ s : s touches (r, c) }|        row(r)    = |{ s : s touches some (r, ·) }|
 *     column(c)  = |{ s : s touches some (·, c) }|   table     = |{ s : s touches anything }|
 *
 * So a total is no sum of cells: P1, W1 and S1 are one engineer, who is one person in the column of each technique and
 * one in the row, and an excerpt with a code and its sub-code is one excerpt of the code when sub-codes are counted with it.
 */

/** `cells` holds row after row. */
export type Counts = { cells: Int32Array; rows: Int32Array; columns: Int32Array; total: number };

/** Counts sources in a table of so many rows and columns. */
export class SourceCounter {
  private readonly cells: OnceCounter;
  private readonly rows: OnceCounter;
  private readonly columns: OnceCounter;
  private readonly table = new OnceCounter(1);

  constructor(rowCount: number, columnCount: number) {
    this.cells = new OnceCounter(rowCount * columnCount);
    this.rows = new OnceCounter(rowCount);
    this.columns = new OnceCounter(columnCount);
  }

  /**
   * Notes that a source, named by a number above 0, touches every one of the rows in every one of the columns. All
   * touches of one source must come one after another.
   */
  touch(source: number, rows: readonly number[], columns: readonly number[]): void {
    const columnCount = this.columns.counts.length;
    for (const row of rows) {
      for (const column of columns) {
        this.cells.count(row * columnCount + column, source);
        this.rows.count(row, source);
        this.columns.count(column, source);
        this.table.count(0, source);
      }
    }
  }

  get counts(): Counts {
    const { cells, rows, columns, table } = this;
    return { cells: cells.counts, rows: rows.counts, columns: columns.counts, total: table.counts[0] ?? 0 };
  }
}

/** Counts each source once in each place, as long as they come one after another. */
class OnceCounter {
  readonly counts: Int32Array;
  private readonly lastSource: Int32Array;

  constructor(places: number) {
    this.counts = new Int32Array(places);
    this.lastSource = new Int32Array(places);
  }

  count(place: number, source: number): void {
    if (this.lastSource[place] === source) return;
    this.lastSource[place] = source;
    this.counts[place] = (this.counts[place] ?? 0) + 1;
  }
}

/**
 * Returns for each code the positions of the rows that it counts in: its own, and with sub-codes those of all codes above
 * it. Codes that count in none are not in it.
 */
export function listRowsOfCodes(
  codes: readonly { id: number; parentId: number | null }[],
  rowCodeIds: readonly number[],
  withSubCodes: boolean,
): Map<number, number[]> {
  const rowOf = new Map(rowCodeIds.map((id, row) => [id, row]));
  const parentOf = new Map(codes.map(({ id, parentId }) => [id, parentId]));
  const rowsOf = new Map<number, number[]>();
  for (const { id } of codes) {
    const rows: number[] = [];
    for (let at: number | null = id; at !== null; at = withSubCodes ? (parentOf.get(at) ?? null) : null) {
      const row = rowOf.get(at);
      if (row !== undefined) rows.push(row);
    }
    if (rows.length > 0) rowsOf.set(id, rows);
  }
  return rowsOf;
}

/** Returns the positions and counts of a row that are not zero. */
export function toSparse(cells: Int32Array, row: number, width: number): { at: number[]; counts: number[] } {
  const at: number[] = [];
  const counts: number[] = [];
  for (let column = 0; column < width; column++) {
    const count = cells[row * width + column] ?? 0;
    if (count === 0) continue;
    at.push(column);
    counts.push(count);
  }
  return { at, counts };
}
