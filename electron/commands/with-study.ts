import { openStudy, type Study } from '../../db/study.ts';

/** Opens a study, works on it and closes it whatever happens, so that no side files stay. */
export async function withStudy<T>(path: string, work: (study: Study) => T | Promise<T>): Promise<T> {
  const study = openStudy(path);
  try {
    return await work(study);
  } finally {
    study.close();
  }
}
