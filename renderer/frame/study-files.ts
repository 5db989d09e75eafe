import type { Outcome } from '../../electron/ipc/contract/bridge.ts';
import { getStudyApi } from '../api.ts';
import { openWindow } from '../opening.ts';
import { queryClient } from '../state/queries.ts';
import { runAction, showNotice, showProblem } from '../widgets/run-action.ts';
import { finishTyping } from './finish-typing.ts';

/** Runs a call that answers with an outcome and shows its sentence when it failed; true when it was done. */
export async function runOutcome(call: () => Promise<Outcome>): Promise<boolean> {
  const outcome = await runAction(call);
  if (outcome && 'message' in outcome) showProblem(outcome.message);
  return outcome?.ok === true;
}

/** Continues with a copy of the study at a place that the person chooses. */
export async function saveStudyAs(): Promise<void> {
  await finishTyping();
  if (!(await runOutcome(() => window.casebench.saveStudyAs()))) return;
  await openWindow();
  await queryClient.invalidateQueries();
  const { path } = await getStudyApi().study.get();
  showNotice('Saved as a new study', `You are now working in ${path}. The former file stays as it was.`);
}

const figureFormats = ['pdf', 'svg', 'png'] as const;
const mappingFormats = ['csv', 'json'] as const;

/** Writes the placement figure to a file; the name's ending decides the format. */
export async function exportFigure(): Promise<void> {
  const path = await window.casebench.chooseWhereToSave('placement.pdf', [
    { name: 'PDF, for LaTeX and print', extensions: ['pdf'] },
    { name: 'SVG, to edit', extensions: ['svg'] },
    { name: 'PNG, for slides', extensions: ['png'] },
  ]);
  if (path === null) return;
  const format = findFormat(path, figureFormats);
  await write(path, () => getStudyApi().figure.export({ path, name: 'placement', format }));
}

/** Writes the case mapping to a file; the name's ending decides the format. */
export async function exportMapping(): Promise<void> {
  const path = await window.casebench.chooseWhereToSave('case-mapping.csv', [
    { name: 'CSV, for Excel and R', extensions: ['csv'] },
    { name: 'JSON', extensions: ['json'] },
  ]);
  if (path === null) return;
  const format = findFormat(path, mappingFormats);
  await write(path, () => getStudyApi().mapping.export({ path, format }));
}

function findFormat<Format extends string>(path: string, formats: readonly [Format, ...Format[]]): Format {
  return formats.find((format) => path.toLowerCase().endsWith(`.${format}`)) ?? formats[0];
}

async function write(path: string, task: () => Promise<unknown>): Promise<void> {
  const isWritten = await runAction(async () => {
    await task();
    return true;
  });
  if (isWritten) showNotice('Exported', path);
}
