import type { ImportProblem } from '../../electron/ipc/contract/imports.ts';
import { count } from '../widgets/count.ts';

/** What an import did; it is shown until it is closed. `undoLabel` is what undo says it would take back. */
export type ImportReport = {
  imported: number;
  versions: number;
  problems: readonly ImportProblem[];
  undoLabel: string | null;
};

/** Returns in one line what was imported. */
export function describeImported({
  imported,
  versions,
}: Pick<ImportReport, 'imported' | 'versions'>): string {
  const added = imported - versions;
  if (versions === 0) return `${count(added, 'transcript')} imported`;
  const replaced = versions === 1 ? '1 new version' : `${versions} new versions`;
  return added === 0 ? `${replaced} imported` : `${count(added, 'transcript')} and ${replaced} imported`;
}

/** Returns in one line what was not. */
export const describeFailed = (problems: readonly ImportProblem[]) =>
  `${count(problems.length, 'file')} could not be imported`;

/** Returns the report as text to be kept or sent: what was imported, then each problem with its file's path. */
export function toReportText(report: ImportReport): string {
  const lines = report.problems.map(({ path, message }) => `${message} [${path}]`);
  const failed = lines.length === 0 ? [] : [`${describeFailed(report.problems)}:`, ...lines];
  return [`${describeImported(report)}.`, ...failed].join('\n');
}
