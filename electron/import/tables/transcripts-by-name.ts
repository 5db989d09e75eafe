import type { ReadHandle } from '../../../db/sql.ts';
import { listTranscriptNames } from '../../../db/tables/transcripts.ts';

/** Transcripts by the names and file names under which tables know them, in small letters. */
export type TranscriptsByName = ReadonlyMap<string, number>;

/** A file name comes before a name that is the same, and the first of several before the others. */
export function readTranscriptsByName(read: ReadHandle): TranscriptsByName {
  const names = listTranscriptNames(read).toReversed();
  return new Map([
    ...names.map(({ id, name }) => [name.toLowerCase(), id] as const),
    ...names.map(({ id, fileName }) => [fileName.toLowerCase(), id] as const),
  ]);
}

/** Finds what a cell names: one transcript, or several divided by semicolons or line ends. */
export function findTranscripts(
  known: TranscriptsByName,
  written: string,
): { found: number[]; missing: string[] } {
  if (written === '') return { found: [], missing: [] };
  const whole = known.get(written.toLowerCase());
  if (whole !== undefined) return { found: [whole], missing: [] };
  const wanted = written
    .split(/[;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const ids = wanted.map((name) => ({ name, id: known.get(name.toLowerCase()) }));
  return {
    found: ids.flatMap(({ id }) => id ?? []),
    missing: ids.filter(({ id }) => id === undefined).map(({ name }) => name),
  };
}
