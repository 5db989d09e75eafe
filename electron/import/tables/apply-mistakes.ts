import { type Table, TableError, type TableRow } from './csv-table.ts';

/** Collects what is wrong in tables, so that a researcher sees all of it at once and not one row a try. */
export class Mistakes {
  private readonly sentences: string[] = [];

  /** Runs the work on one row; an error becomes a sentence with the file and the row. */
  collect(table: Table, row: TableRow, work: () => void): void {
    try {
      work();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.sentences.push(`${table.fileName}, row ${row.number}: ${message.replace(/\.$/, '')}.`);
    }
  }

  /** Throws a TableError when there was a mistake. */
  assertNone(): void {
    if (this.sentences.length > 0) throw new TableError(this.sentences);
  }
}
