import { createRouterClient } from '@orpc/server';
import type { Study } from '../../db/study.ts';
import { ensureCoder } from '../../db/tables/coders.ts';
import { insertOpenCode, listCodes } from '../../db/tables/codes.ts';
import { applyCode } from '../../db/tables/codings.ts';
import { getTranscriptText } from '../../db/tables/transcripts.ts';
import { importFiles } from '../../electron/import/import-transcripts.ts';
import { makeStudy } from '../../electron/import/make-study.ts';
import { previewFiles } from '../../electron/import/preview.ts';
import { toProposedImport } from '../../electron/import/proposed-import.ts';
import { router } from '../../electron/ipc/handlers/router.ts';
import { resourceFolders } from '../../electron/resource-folders.ts';
import type { Corpus } from './corpus.ts';

/** What the program does with a corpus, through the functions that its window calls. */

const folders = resourceFolders();

/** Makes an empty study with one coder. */
export function makeEmptyStudy(path: string): Study {
  return makeStudy(path, {
    name: 'Benchmark',
    schemesFolder: folders.schemes,
    schemeId: 'mlops-maturity-2021',
    coder: 'A',
  });
}

/** Previews a folder and imports all of it as proposed; returns the transcripts' ids in the order of their files. */
export async function importFolder(study: Study, folder: string): Promise<number[]> {
  const wishes = [];
  for await (const event of previewFiles(study, [{ path: folder, charset: null, rule: null }])) {
    if (event.kind === 'problem') throw new Error(event.problem.message);
    wishes.push(toProposedImport(event.file));
  }
  for await (const event of importFiles(study, wishes, null)) {
    if (event.kind === 'finished') return event.transcriptIds;
  }
  throw new Error('The import did not finish.');
}

/** Adds the codes of the corpus as open codes; returns their ids in the corpus' order. */
function insertCorpusCodes(study: Study, { codes }: Corpus): number[] {
  return study.transact({ label: 'Codes of the corpus' }, (write) => {
    const ids: number[] = [];
    for (const { name, parent } of codes) {
      ids.push(insertOpenCode(write, { name, parentId: parent === null ? null : (ids[parent] ?? null) }));
    }
    return ids;
  });
}

/**
 * Applies all codings of the corpus in one step. Every fourth goes to an item of the scheme instead of an open code,
 * so that the triangulation has claims of the framework too.
 */
export function applyCorpusCodings(study: Study, corpus: Corpus, transcriptIds: readonly number[]): void {
  const codeIds = insertCorpusCodes(study, corpus);
  const itemIds = listCodes(study.read).flatMap(({ id, kind }) => (kind === 'open' ? [] : [id]));
  study.transact({ label: 'Codings of the corpus' }, (write) => {
    const coderId = ensureCoder(write, 'A');
    let text = { of: -1, words: '' };
    corpus.codings.forEach(({ file, start, end, code, status }, index) => {
      const transcriptId = transcriptIds[file] ?? 0;
      if (text.of !== file) text = { of: file, words: getTranscriptText(write, transcriptId) };
      const isItem = code !== corpus.mostUsed && index % 4 === 0;
      const codeId = (isItem ? itemIds[index % itemIds.length] : codeIds[code]) ?? 0;
      const coding = { transcriptId, start, end, codeId, coderId, status, comment: '' };
      applyCode(write, { ...coding, evidence: 'affirmation' }, text.words);
    });
  });
}

/** Returns what the window calls, without the port between: arguments and answers are checked as they are there. */
export function connect(study: Study) {
  return createRouterClient(router, { context: { study, folders } });
}
