import type { Code } from '../../electron/ipc/contract/codes.ts';
import { getStudyApi } from '../api.ts';
import { titleOfCode } from '../codes/code-branches.ts';
import { count } from '../widgets/count.ts';
import { runAction } from '../widgets/run-action.ts';
import { useReading } from './reading.ts';
import type { Words } from './word-keys.ts';

/** What is done to several codings at once: one call, one step to undo. */

export async function changeCodeOfSeveral(ids: readonly number[], code: Code): Promise<void> {
  await changeSeveral(ids, { codeId: code.id }, titleOfCode(code));
}

export async function saySeveral(ids: readonly number[], words: Words): Promise<void> {
  await changeSeveral(ids, words, 'status' in words ? words.status : words.evidence);
}

export async function deleteSeveral(ids: readonly number[]): Promise<void> {
  const done = await runAction(async () => {
    await getStudyApi().coding.deleteMany({ ids: [...ids] });
    return true;
  });
  if (done) useReading.getState().announce(`${count(ids.length, 'coding')} deleted.`);
}

async function changeSeveral(
  ids: readonly number[],
  change: { codeId: number } | Words,
  name: string,
): Promise<void> {
  const done = await runAction(async () => {
    await getStudyApi().coding.updateMany({ ids: [...ids], ...change });
    return true;
  });
  if (done) useReading.getState().announce(`${count(ids.length, 'coding')}: now ${name}.`);
}
