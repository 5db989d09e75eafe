import type { ImportPreviewEvent, Reading } from '../../electron/ipc/contract/imports.ts';
import { getStudyApi } from '../api.ts';
import { compareVersions } from './compare-versions.ts';
import { type ReadingChange, takeReadings } from './file-reading.ts';
import { gather } from './gather.ts';
import { addFiles, addProblems, type ImportDraft, toReading } from './import-draft.ts';
import { useImport } from './import-store.ts';
import { runLongWork } from './long-work.ts';

/** Reads files and adds them to the list as they come; nothing is written to the study. */
export async function readFiles(paths: readonly string[]): Promise<void> {
  useImport.setState({ report: null });
  await readThrough(
    paths.map((path) => ({ path })),
    addArrivals,
  );
}

/** Reads files of the list once more, all in another way; those not read yet when it is cancelled stay as they are. */
export async function rereadFiles(paths: ReadonlySet<string>, change: ReadingChange): Promise<void> {
  const files = useImport.getState().draft.files.filter(({ path }) => paths.has(path));
  await readThrough(
    files.map((file) => ({ ...toReading(file), ...change })),
    (draft, arrived) => takeArrivals(draft, arrived, change),
  );
}

type Take = (draft: ImportDraft, arrived: readonly ImportPreviewEvent[]) => ImportDraft;

async function readThrough(files: Reading[], take: Take): Promise<void> {
  if (files.length === 0) return;
  const arrivals = gather<ImportPreviewEvent>((arrived) =>
    useImport.getState().change((draft) => take(draft, arrived)),
  );
  await runLongWork('reading', async (signal, advance) => {
    for await (const event of await getStudyApi().import.preview({ files }, { signal })) {
      if (signal.aborted) return;
      const fileName = event.kind === 'file' ? event.file.fileName : '';
      arrivals.add(event);
      advance(event.done, event.total, fileName);
    }
  });
  arrivals.flush();
  void compareVersions();
}

const filesOf = (arrived: readonly ImportPreviewEvent[]) =>
  arrived.flatMap((event) => (event.kind === 'file' ? [event.file] : []));
const problemsOf = (arrived: readonly ImportPreviewEvent[]) =>
  arrived.flatMap((event) => (event.kind === 'problem' ? [event.problem] : []));

const addArrivals: Take = (draft, arrived) =>
  addProblems(addFiles(draft, filesOf(arrived)), problemsOf(arrived));

function takeArrivals(
  draft: ImportDraft,
  arrived: readonly ImportPreviewEvent[],
  change: ReadingChange,
): ImportDraft {
  const problems = new Map(problemsOf(arrived).map(({ path, message }) => [path, message]));
  const read = takeReadings(draft, filesOf(arrived), change);
  if (problems.size === 0) return read;
  const files = read.files.map((file) => {
    const problem = problems.get(file.path);
    return problem === undefined ? file : { ...file, ...change, rereading: { problem } };
  });
  return { ...read, files };
}
