import { attempt } from '../../db/savepoint.ts';
import type { WriteHandle } from '../../db/sql.ts';
import type { Study } from '../../db/study.ts';
import { ParticipantError } from '../../db/tables/participants.ts';
import { EventQueue } from '../event-queue.ts';
import type { FileToImport, ImportEvent, ImportProblem } from '../ipc/contract/imports.ts';
import { giveWay } from './give-way.ts';
import { ImportFileError } from './import-file-error.ts';
import { forgetReadAhead, readForImport } from './read-ahead.ts';
import { readingsAtOnce } from './reading-pool.ts';
import { startAhead } from './start-ahead.ts';
import { ImportMemory, writeTranscript } from './write-transcript.ts';

/**
 * Imports files as one undoable step. While the next files are read in threads of their own, those that are ready are
 * written, in their order; what cannot be read is reported and the others go on. A cancel is heard between two files
 * and leaves nothing behind: the step commits only at the end.
 */
export async function* importFiles(
  study: Study,
  files: readonly FileToImport[],
  coderId: number | null,
  signal?: AbortSignal,
): AsyncGenerator<ImportEvent> {
  const events = new EventQueue<ImportEvent>();
  const left = new AbortController();
  const ended = signal ? AbortSignal.any([signal, left.signal]) : left.signal;
  const written = study
    .transactInSlices({ label: toLabel(files), coderId }, async (write, rename) => {
      const outcome = await writeAll(study, write, files, { signal: ended, tell: (one) => events.add(one) });
      if (outcome) rename(toLabel(outcome.imported));
      return outcome;
    })
    .finally(() => {
      forgetReadAhead(study);
      events.end();
    });
  // Awaited below; until then nobody hears of a failure, which is no reason for the program to end.
  written.catch(() => {});
  try {
    yield* events.drain();
  } finally {
    // Whoever stops listening has cancelled; after the last event this comes too late to do anything.
    left.abort();
  }
  const outcome = await written;
  if (outcome === undefined) return;
  // A cancel that came while the step was being committed is heard only now.
  await giveWay();
  if (signal?.aborted && (outcome.transcriptIds.length === 0 || study.takeBack())) return;
  // Where somebody has gone on meanwhile, the import stands, and is told of.
  const { transcriptIds, problems } = outcome;
  yield { kind: 'finished', transcriptIds, problems };
}

function toLabel(files: readonly FileToImport[]): string {
  const [first] = files;
  if (files.length !== 1 || !first) return `Import ${files.length} transcripts`;
  return first.replaces === null ? `Import ${first.name}` : `Import a new version of ${first.name}`;
}

/** Returns the sentence about a file whose import failed while the others go on; anything unforeseen ends the import. */
function explain(error: unknown, { name }: FileToImport): string {
  if (error instanceof ImportFileError) return error.message;
  if (error instanceof ParticipantError) return `“${name}”: ${error.message}`;
  throw error;
}

type Outcome = { imported: FileToImport[]; transcriptIds: number[]; problems: ImportProblem[] };

/** Returns undefined when it was cancelled. */
async function writeAll(
  study: Study,
  write: WriteHandle,
  files: readonly FileToImport[],
  { signal, tell }: { signal: AbortSignal; tell: (event: ImportEvent) => void },
): Promise<Outcome | undefined> {
  const outcome: Outcome = { imported: [], transcriptIds: [], problems: [] };
  const memory = new ImportMemory();
  let done = 0;
  try {
    for (const { item: wish, result } of startAhead(files, readingsAtOnce, (one) =>
      readForImport(study, one, signal),
    )) {
      try {
        const read = await result;
        outcome.transcriptIds.push(attempt(write, () => writeTranscript(write, { ...read, wish }, memory)));
        outcome.imported.push(wish);
        memory.endFile(true);
      } catch (error) {
        memory.endFile(false);
        outcome.problems.push({ path: wish.path, message: explain(error, wish) });
      }
      done += 1;
      tell({ kind: 'progress', done, total: files.length, fileName: wish.name });
      await giveWay();
      if (signal.aborted) return undefined;
    }
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
  return outcome;
}
