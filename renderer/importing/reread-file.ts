import { getStudyApi, messageOf } from '../api.ts';
import { compareVersions } from './compare-versions.ts';
import { noteReadingProblem, type ReadingChange, takeReadings, wishReading } from './file-reading.ts';
import { toReading } from './import-draft.ts';
import { useImport } from './import-store.ts';

/** How long to wait for the next letter of a pattern, in milliseconds. */
const typingPause = 300;

/** The reading of each file that is under way; another wish for the same file ends it. */
const underWay = new Map<string, AbortController>();

/** Reads a file of the list in another way and shows what it is then. While a pattern is typed, it waits a little. */
export async function rereadFile(path: string, change: ReadingChange): Promise<void> {
  const { change: changeDraft } = useImport.getState();
  underWay.get(path)?.abort();
  const controller = new AbortController();
  underWay.set(path, controller);
  changeDraft((draft) => wishReading(draft, path, change));
  if (change.rule?.kind === 'pattern') await new Promise((resolve) => setTimeout(resolve, typingPause));
  if (controller.signal.aborted) return;
  try {
    await readNow(path, controller.signal);
  } catch (error) {
    if (!controller.signal.aborted) changeDraft((draft) => noteReadingProblem(draft, path, messageOf(error)));
  } finally {
    if (underWay.get(path) === controller) underWay.delete(path);
  }
}

async function readNow(path: string, signal: AbortSignal): Promise<void> {
  const { draft, change } = useImport.getState();
  const file = draft.files.find((one) => one.path === path);
  if (file?.rereading !== 'running') return;
  const reading = toReading(file);
  for await (const event of await getStudyApi().import.preview({ files: [reading] }, { signal })) {
    if (signal.aborted) return;
    change((former) =>
      event.kind === 'file'
        ? takeReadings(former, [event.file], {})
        : noteReadingProblem(former, path, event.problem.message),
    );
  }
  void compareVersions();
}
