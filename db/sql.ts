import type Database from 'better-sqlite3';

/**
 * SQL is written as SQL; what comes back is checked against the columns a query says it has. A handle that
 * reads and a handle that writes are different types, and only `transact` (history.ts) hands out the second.
 */

export type SqlValue = string | number | bigint | Uint8Array | null;

/** What this file asks of a prepared statement. */
type Statement = {
  all(...values: SqlValue[]): unknown[];
  get(...values: SqlValue[]): unknown;
  run(...values: SqlValue[]): { changes: number; lastInsertRowid: number | bigint };
  iterate(...values: SqlValue[]): Iterable<unknown>;
};

/** One column of an answer: its test, and the word for it in an error. */
export type Column<T> = { word: string; test: (value: unknown) => value is T };
export type Columns = Record<string, Column<unknown>>;
export type RowOf<C extends Columns> = { [K in keyof C]: C[K] extends Column<infer T> ? T : never };

export const integer: Column<number> = {
  word: 'an integer',
  test: (value): value is number => Number.isInteger(value),
};
export const real: Column<number> = {
  word: 'a number',
  test: (value): value is number => typeof value === 'number',
};
export const text: Column<string> = {
  word: 'a text',
  test: (value): value is string => typeof value === 'string',
};
export const blob: Column<Uint8Array> = {
  word: 'a blob',
  test: (value): value is Uint8Array => value instanceof Uint8Array,
};

/** A column that may be NULL. */
export function nullable<T>(column: Column<T>): Column<T | null> {
  return {
    word: `${column.word} or null`,
    test: (value): value is T | null => value === null || column.test(value),
  };
}

/** A text column with a closed set of values, such as a status. */
export function oneOf<const T extends string>(values: readonly T[]): Column<T> {
  const known: ReadonlySet<unknown> = new Set(values);
  return { word: `one of ${values.join(', ')}`, test: (value): value is T => known.has(value) };
}

export type Query<C extends Columns> = { sql: string; columns: C };

/** A query and the columns of its answer. */
export function query<C extends Columns>(columns: C, sql: string): Query<C> {
  return { sql, columns };
}

/** `startOffset` → `t.start_offset AS startOffset`, for every column of a table. */
export function columnList(columns: Columns, alias?: string): string {
  const prefix = alias ? `${alias}.` : '';
  return Object.keys(columns)
    .map((name) => `${prefix}${toSnakeCase(name)} AS "${name}"`)
    .join(', ');
}

/** `startOffset` → `start_offset`. */
export function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Prepared once for each connection, whichever handle asks. */
const statementsOf = new WeakMap<object, Map<string, Statement>>();

export class ReadHandle {
  protected readonly connection: Database.Database;

  constructor(connection: Database.Database) {
    this.connection = connection;
  }

  /** Whether a step is being written, which others may read from and which may yet be rolled back. */
  get isInTransaction(): boolean {
    return this.connection.inTransaction;
  }

  /** Returns every row of the answer. Throws when a row lacks what the query says it has. */
  all<C extends Columns>(from: Query<C>, ...values: SqlValue[]): RowOf<C>[] {
    const rows = this.prepare(from.sql).all(...values);
    return rows.map((row) => toRow(from, row));
  }

  /** Returns the rows one at a time, for answers that should not stand in memory whole. */
  *iterate<C extends Columns>(from: Query<C>, ...values: SqlValue[]): Generator<RowOf<C>> {
    for (const row of this.prepare(from.sql).iterate(...values)) yield toRow(from, row);
  }

  /** Returns the first row, or undefined when there is none. */
  find<C extends Columns>(from: Query<C>, ...values: SqlValue[]): RowOf<C> | undefined {
    const row = this.prepare(from.sql).get(...values);
    return row === undefined ? undefined : toRow(from, row);
  }

  /** Returns the first row. Throws when there is none. */
  get<C extends Columns>(from: Query<C>, ...values: SqlValue[]): RowOf<C> {
    const row = this.find(from, ...values);
    if (row === undefined) throw new Error(`No row answers “${from.sql}”.`);
    return row;
  }

  protected prepare(sql: string): Statement {
    const known = statementsOf.get(this.connection) ?? new Map<string, Statement>();
    statementsOf.set(this.connection, known);
    const statement = known.get(sql) ?? this.connection.prepare<SqlValue[], unknown>(sql);
    known.set(sql, statement);
    return statement;
  }
}

/** Can write. Made by `transact` alone, and of no use after it has returned. */
export class WriteHandle extends ReadHandle {
  private isOpen = true;
  /** Rows that this handle's own statements changed, without those that foreign keys changed along with them. */
  rowsChanged = 0;

  /**
   * Runs a statement that changes rows; returns how many, and the id of the last one inserted. Throws when the step
   * has ended.
   */
  run(sql: string, ...values: SqlValue[]): { changes: number; id: number } {
    if (this.isEnded) throw new Error('This write came after its step had ended.');
    const { changes, lastInsertRowid } = this.prepare(sql).run(...values);
    this.rowsChanged += changes;
    return { changes, id: Number(lastInsertRowid) };
  }

  /** Inserts one row given by its columns in camel case; returns its id. */
  insert(table: string, row: Record<string, SqlValue>): number {
    return this.run(writeInsert(table, Object.keys(row)), ...Object.values(row)).id;
  }

  /**
   * Whether the step has ended and nothing more can be written. An error such as a full disk may make SQLite end the
   * transaction by itself; what is written then would stay, and no history would know of it.
   */
  get isEnded(): boolean {
    return !this.isOpen || !this.connection.inTransaction;
  }

  close(): void {
    this.isOpen = false;
  }
}

/** Written once for each set of columns: an import inserts the same row a hundred thousand times. */
const inserts = new Map<string, string>();

function writeInsert(table: string, names: readonly string[]): string {
  const key = `${table} ${names.join(' ')}`;
  const known = inserts.get(key);
  if (known !== undefined) return known;
  const places = names.map(() => '?').join(', ');
  const sql = `INSERT INTO ${table} (${names.map(toSnakeCase).join(', ')}) VALUES (${places})`;
  inserts.set(key, sql);
  return sql;
}

function toRow<C extends Columns>(from: Query<C>, row: unknown): RowOf<C> {
  for (const name in from.columns) {
    const column = from.columns[name];
    const value = isRecord(row) ? row[name] : undefined;
    if (column && !column.test(value)) {
      throw new Error(`The column “${name}” of “${from.sql}” is not ${column.word}.`);
    }
  }
  // Every column that RowOf<C> lists has just been tested.
  return row as RowOf<C>;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
