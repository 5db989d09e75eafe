import { runAction } from '../widgets/run-action.ts';
import { readFiles } from './read-files.ts';

/** Asks for files and adds them to the list. */
export async function chooseFiles(): Promise<void> {
  const paths = await runAction(() => window.casebench.chooseFilesToImport());
  if (paths && paths.length > 0) await readFiles(paths);
}
