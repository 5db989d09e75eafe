import type { ReadHandle } from '../../../db/sql.ts';
import { listTranscriptNames, type TranscriptName } from '../../../db/tables/transcripts.ts';

/** Transcripts by the names and file names under which tables know them, in small letters. */
export type TranscriptsByName = ReadonlyMap<string, TranscriptName>;

/** A file name comes before a name that is the same, and the first of several before the others. */
export function readTranscriptsByName(read: ReadHandle): TranscriptsByName {
  const names = listTranscriptNames(read).toReversed();
  return new Map([
    ...names.map((transcript) => [transcript.name.toLowerCase(), transcript] as const),
    ...names.map((transcript) => [transcript.fileName.toLowerCase(), transcript] as const),
  ]);
}

/** Finds what a cell names: one transcript, or several divided by semicolons or line ends. */
export function findTranscripts(
  known: TranscriptsByName,
  written: string,
): { found: number[]; missing: string[] } {
  if (written === '') return { found: [], missing: [] };
  const whole = known.get(written.toLowerCase());
  if (whole !== undefined) return { found: [whole.id], missing: [] };
  const wanted = written
    .split(/[;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const ids = wanted.map((name) => ({ name, id: known.get(name.toLowerCase())?.id }));
  return {
    found: ids.flatMap(({ id }) => id ?? []),
    missing: ids.filter(({ id }) => id === undefined).map(({ name }) => name),
  };
}
