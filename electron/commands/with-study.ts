import { openStudy, type Study } from '../../db/study.ts';
import { explainStudyError } from '../../db/study-file.ts';

/** Opens a study, works on it and closes it whatever happens, so that no side files stay. */
export async function withStudy<T>(path: string, work: (study: Study) => T | Promise<T>): Promise<T> {
  const study = openStudy(path);
  try {
    return await work(study);
  } catch (error) {
    // Damage shows only when the damaged page is read.
    throw explainStudyError(error, path);
  } finally {
    study.close();
  }
}
