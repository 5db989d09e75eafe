import { getStudyApi, messageOf } from '../api.ts';
import { showProblem } from '../widgets/run-action.ts';
import { type Running, useImport } from './import-store.ts';

export type Advance = (done: number, total: number, fileName: string) => void;

/** Files read and imported one after another: what is asked for meanwhile waits for its turn. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * Runs long work with its progress shown, after what was begun before. An error's sentence is shown, cancelled work
 * ends without a word, once the service has stopped it.
 */
export function runLongWork(
  kind: 'reading' | 'importing',
  work: (signal: AbortSignal, advance: Advance) => Promise<void>,
): Promise<void> {
  const run = queue.then(() => runNow(kind, work));
  queue = run;
  return run;
}

async function runNow(kind: Running['kind'], work: (signal: AbortSignal, advance: Advance) => Promise<void>) {
  const controller = new AbortController();
  const { signal } = controller;
  const cancel = () => {
    controller.abort();
    useImport.setState({ running: { kind: 'cancelling', done: 0, total: 0, fileName: '', cancel } });
  };
  const advance: Advance = (done, total, fileName) => {
    if (!signal.aborted) useImport.setState({ running: { kind, done, total, fileName, cancel } });
  };
  advance(0, 0, '');
  try {
    await work(signal, advance);
  } catch (error) {
    if (!signal.aborted) showProblem(messageOf(error));
  } finally {
    if (signal.aborted) await waitForService();
    useImport.setState({ running: null });
  }
}

/** What is asked after the work was called off is answered when the service has put it down. */
async function waitForService(): Promise<void> {
  await getStudyApi()
    .study.get()
    // A service that has ended has stopped too; that it has ended is told elsewhere.
    .catch(() => undefined);
}
