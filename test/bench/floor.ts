import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Corpus } from './corpus.ts';

/**
 * The least that the same work costs: better-sqlite3 with three tables, no checks, no history, no turns.
 * What a program adds to this is the price of what it knows more.
 */

const schema = `
  CREATE TABLE documents (id INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL, body TEXT NOT NULL);
  CREATE TABLE codes (id INTEGER PRIMARY KEY, parent INTEGER, name TEXT NOT NULL);
  CREATE TABLE codings (id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents (id),
    code INTEGER NOT NULL REFERENCES codes (id), a INTEGER NOT NULL, b INTEGER NOT NULL, status TEXT);
  CREATE INDEX codings_by_document ON codings (document, a, b);
  CREATE INDEX codings_by_code ON codings (code, document, a);`;

type Passage = { document: number; a: number; b: number };

/** Makes an empty database. It is written with a write-ahead log and without waiting for the disk at each commit. */
export function createFloor(path: string): Database.Database {
  const database = openFloor(path, 'NORMAL');
  database.exec(schema);
  return database;
}

/** Opens a database for writing; `FULL`, as in the program, where durable writes are measured. */
export function openFloor(path: string, synchronous: 'NORMAL' | 'FULL'): Database.Database {
  const database = new Database(path, bindingOptions());
  database.pragma('journal_mode = WAL');
  database.pragma(`synchronous = ${synchronous}`);
  database.pragma('foreign_keys = ON');
  return database;
}

/** Reads the files and writes their texts in one transaction. */
export function importTexts(database: Database.Database, { folder, files }: Corpus): void {
  const insert = database.prepare('INSERT INTO documents VALUES (?, ?, ?)');
  database.transaction(() => {
    files.forEach((file, index) => {
      insert.run(index + 1, file, readFileSync(join(folder, file), 'utf8'));
    });
  })();
}

/** Builds a full-text index over the texts, which the program does not have. */
export function indexTexts(database: Database.Database): void {
  database.exec(`CREATE VIRTUAL TABLE search USING fts5 (body, content = 'documents', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2')`);
  database.exec("INSERT INTO search (search) VALUES ('rebuild')");
}

export function insertCodes(database: Database.Database, { codes }: Corpus): void {
  const insert = database.prepare('INSERT INTO codes VALUES (?, ?, ?)');
  database.transaction(() => {
    codes.forEach(({ name, parent }, index) => {
      insert.run(index + 1, parent === null ? null : parent + 1, name);
    });
  })();
}

export function insertCodings(database: Database.Database, { codings }: Corpus): void {
  const insert = database.prepare(
    'INSERT INTO codings (document, code, a, b, status) VALUES (?, ?, ?, ?, ?)',
  );
  database.transaction(() => {
    for (const { file, code, start, end, status } of codings)
      insert.run(file + 1, code + 1, start, end, status);
  })();
}

/** Inserts one coding in a transaction of its own. */
export function insertOneCoding(
  database: Database.Database,
  { file, code, start, end }: Corpus['codings'][number],
) {
  database
    .prepare('INSERT INTO codings (document, code, a, b) VALUES (?, ?, ?, ?)')
    .run(file + 1, code + 1, start, end);
}

/** Opens a database and reads its lists: documents with their lengths, codes, codings of each document. */
export function openAndList(path: string): Database.Database {
  const database = new Database(path, { readonly: true, ...bindingOptions() });
  database.prepare('SELECT id, name, length(body) AS n FROM documents').all();
  listCodeCounts(database);
  database.prepare('SELECT document, count(*) AS n FROM codings GROUP BY document').all();
  return database;
}

/** Returns the codings of one code, or of all codes for null, each with its words cut out of the text. */
export function retrieve(database: Database.Database, code: number | null): { words: string }[] {
  return cutWords(database, listCodings(database, code));
}

/** Lists the same codings and cuts the words of the first ones only. */
export function retrieveFirst(database: Database.Database, code: number | null, count: number): unknown[] {
  return cutWords(database, listCodings(database, code).slice(0, count));
}

/**
 * Lists the codings that have one of the first ten codes within 500 characters, but none on their own words, and cuts the
 * words of the first ones.
 */
export function retrieveNear(database: Database.Database, count: number): unknown[] {
  const other = 'SELECT 1 FROM codings o WHERE o.document = c.document AND o.id <> c.id AND o.code <= 10';
  const found = database
    .prepare<[], Passage>(
      `${selectCodings} WHERE EXISTS (${other} AND o.a < c.b + 500 AND o.b > c.a - 500)
       AND NOT EXISTS (${other} AND o.a < c.b AND o.b > c.a) ORDER BY c.code, c.document, c.a`,
    )
    .all();
  return cutWords(database, found.slice(0, count));
}

const selectCodings =
  'SELECT c.id, c.code, c.document, c.a, c.b, d.name FROM codings c JOIN documents d ON d.id = c.document';

function listCodings(database: Database.Database, code: number | null): Passage[] {
  return code === null
    ? database.prepare<[], Passage>(`${selectCodings} ORDER BY c.code, c.document, c.a`).all()
    : database
        .prepare<[number], Passage>(`${selectCodings} WHERE c.code = ? ORDER BY c.document, c.a`)
        .all(code + 1);
}

function cutWords(database: Database.Database, found: readonly Passage[]): { words: string }[] {
  const body = database.prepare<[number], string>('SELECT body FROM documents WHERE id = ?').pluck();
  const bodies = new Map<number, string>();
  return found.map((passage) => {
    const text = bodies.get(passage.document) ?? body.get(passage.document) ?? '';
    bodies.set(passage.document, text);
    return { ...passage, words: text.slice(passage.a, passage.b) };
  });
}

export function readDocument(database: Database.Database, id: number): unknown[] {
  return [
    database.prepare('SELECT body FROM documents WHERE id = ?').get(id),
    database.prepare('SELECT id, code, a, b FROM codings WHERE document = ? ORDER BY a').all(id),
  ];
}

export function listCodeCounts(database: Database.Database): unknown[] {
  return [
    database.prepare('SELECT * FROM codes').all(),
    database
      .prepare('SELECT code, count(*) AS n, count(DISTINCT document) AS d FROM codings GROUP BY code')
      .all(),
  ];
}

/** Counts the codings of each code in each document. */
export function crossTabulate(database: Database.Database): unknown[] {
  return database.prepare('SELECT code, document, count(*) AS n FROM codings GROUP BY code, document').all();
}

/** Counts overlapping codings of every two codes, with a sweep over each document. */
export function countOverlaps(database: Database.Database): Uint32Array {
  const codings = database
    .prepare<[], [number, number, number, number]>(
      'SELECT document, code, a, b FROM codings ORDER BY document, a',
    )
    .raw();
  const width = 1 + (database.prepare<[], number>('SELECT max(id) FROM codes').pluck().get() ?? 0);
  const counts = new Uint32Array(width * width);
  let active: [number, number, number, number][] = [];
  for (const coding of codings.iterate()) {
    const [document, code, a] = coding;
    active = active.filter((other) => other[0] === document && other[3] > a);
    for (const [, other] of active) {
      const place = other * width + code;
      if (other !== code) counts[place] = (counts[place] ?? 0) + 1;
    }
    active.push(coding);
  }
  return counts;
}

/** Finds every place of a word: the documents by the index, the places by a regular expression over their texts. */
export function findWord(database: Database.Database, word: string): number {
  return countPlaces(documentsWith(database, word), word);
}

/** Finds places of a word until there are enough for a screen. */
export function findFirst(database: Database.Database, word: string, enough: number): number {
  return countPlaces(documentsWith(database, word), word, enough);
}

/** Finds every place of a part of a word, in all texts. */
export function findPart(database: Database.Database, part: string): number {
  return countPlaces(database.prepare<[], string>('SELECT body FROM documents').pluck().iterate(), part);
}

function documentsWith(database: Database.Database, word: string): IterableIterator<string> {
  return database
    .prepare<[string], string>(
      'SELECT body FROM documents WHERE id IN (SELECT rowid FROM search WHERE search MATCH ?)',
    )
    .pluck()
    .iterate(`"${word}"`);
}

function countPlaces(bodies: Iterable<string>, part: string, enough = Number.POSITIVE_INFINITY): number {
  const pattern = new RegExp(part, 'gi');
  let places = 0;
  for (const body of bodies) {
    for (const found of body.matchAll(pattern)) if (found.index >= 0) places += 1;
    if (places >= enough) break;
  }
  return places;
}

/** Deletes every text in one transaction. */
export function deleteTexts(database: Database.Database): void {
  database.exec('DELETE FROM documents');
}

/** The ready-made better-sqlite3 crashes below Node-API 10; set-up names the build made for such a runtime. */
function bindingOptions(): { nativeBinding?: string } {
  const built = process.env.CASEBENCH_SQLITE_BINDING;
  return built === undefined || Number(process.versions.napi) >= 10 ? {} : { nativeBinding: built };
}
