import { join } from 'node:path';
import type { Study } from '../../db/study.ts';
import { removeStudyFile } from '../../db/study-file.ts';
import { importFiles } from './import-transcripts.ts';
import { makeStudy } from './make-study.ts';
import { previewFiles } from './preview.ts';
import { toProposedImport } from './proposed-import.ts';
import { applyTables } from './tables/apply-tables.ts';

export const sampleStudyName = 'Sample study: MLOps in three companies';

/**
 * Makes the sample study at a free path through the same import, coding and rating as any study, and returns
 * it open. What was begun is removed when anything fails.
 */
export async function makeSampleStudy(
  path: string,
  schemesFolder: string,
  tell: (progress: { done: number; total: number }) => void = () => {},
): Promise<Study> {
  const folder = join(schemesFolder, 'sample-study');
  const table = (name: string) => join(folder, `${name}.csv`);
  const study = makeStudy(path, {
    name: sampleStudyName,
    schemesFolder,
    schemeId: 'mlops-maturity-2021',
    coder: 'MJ',
  });
  try {
    await applyTables(study, { participants: table('participants') });
    await importFolder(study, join(folder, 'transcripts'), tell);
    await applyTables(study, {
      sessions: table('sessions'),
      codings: table('codings'),
      ratings: table('ratings'),
      placements: table('placements'),
    });
    study.forgetHistory();
  } catch (error) {
    study.close();
    removeStudyFile(path);
    throw error;
  }
  return study;
}

async function importFolder(
  study: Study,
  folder: string,
  tell: (progress: { done: number; total: number }) => void,
): Promise<void> {
  const files = [];
  for await (const event of previewFiles(study, [{ path: folder, charset: null, rule: null }])) {
    if (event.kind === 'problem') throw new Error(event.problem.message);
    files.push(event.file);
    tell({ done: event.done, total: event.total * 2 });
  }
  for await (const event of importFiles(study, files.map(toProposedImport), null)) {
    if (event.kind === 'progress') tell({ done: event.total + event.done, total: event.total * 2 });
    else if (event.problems[0]) throw new Error(event.problems[0].message);
  }
}
