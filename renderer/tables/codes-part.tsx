import { useMemo } from 'react';
import { toCrosstabSheet } from '../../db/analysis/code-sheets.ts';
import { arrangeCrosstab, type ShownTable } from '../../db/analysis/crosstab-view.ts';
import type { CrosstabKind } from '../../db/model/crosstab.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { useCrosstab } from '../state/queries.ts';
import { count } from '../widgets/count.ts';
import { CodesGrid } from './codes-grid.tsx';
import { CodesTools } from './codes-tools.tsx';
import { NothingToShow } from './nothing-to-show.tsx';
import { useTablesDesk } from './tables-desk.ts';
import classes from './tables-screen.module.css';
import { copySheet } from './take-table.tsx';
import { levelsOf, useTableChoice } from './use-table-choice.ts';

/** Codes × transcripts, companies, practitioners, techniques or roles. */
export function CodesPart({ codes }: { codes: Code[] }) {
  const kind = useTablesDesk((desk) => desk.kind);
  const counts = useTablesDesk((desk) => desk.counts);
  const view = useTablesDesk((desk) => desk.view);
  const { ordered, choice: common } = useTableChoice(codes);
  const choice = useMemo(() => ({ ...common, kind, counts }), [common, kind, counts]);
  const { data, error, isPlaceholderData } = useCrosstab(choice);
  const shown = useMemo(() => data && arrangeCrosstab(data, codes, view), [data, codes, view]);
  const copy = () => shown && copySheet(toCrosstabSheet(shown, counts, view.share));
  // Levels say something only beside the codes above them.
  const levels = useMemo(() => levelsOf(view.rows === 'study' ? ordered : []), [ordered, view.rows]);
  const isEmpty = shown !== undefined && (shown.rows.length === 0 || shown.columns.length === 0);
  return (
    <div className={classes.panel} aria-busy={isPlaceholderData}>
      <CodesTools ordered={ordered} choice={choice} onCopy={copy} canExport={!isEmpty} />
      <p className={classes.hint} role="status">
        {error ? error.message : `${describeSize(shown, kind)} ${describeTotals(counts, kind)}`}
      </p>
      {isEmpty && <NothingToShow />}
      {shown && !isEmpty && (
        <CodesGrid
          key={kind}
          shown={shown}
          choice={choice}
          share={view.share}
          codes={codes}
          levels={levels}
          onCopy={copy}
        />
      )}
    </div>
  );
}

const plurals = {
  transcript: 'transcripts',
  company: 'companies',
  practitioner: 'practitioners',
  technique: 'techniques',
  role: 'roles',
} as const satisfies Record<CrosstabKind, string>;

/** Said when the table changes, which those who listen do not see. */
function describeSize(shown: ShownTable | undefined, kind: CrosstabKind): string {
  if (!shown) return 'Counting …';
  const columns = shown.columns.length;
  return `${count(shown.rows.length, 'code')} in ${columns.toLocaleString('en')} ${columns === 1 ? kind : plurals[kind]}.`;
}

/** What a total counts, since it is no sum of cells. */
function describeTotals(counts: 'excerpts' | 'persons', kind: CrosstabKind): string {
  const once =
    counts === 'persons'
      ? 'Cells and totals count practitioners, each once whatever ids they have'
      : 'Cells and totals count excerpts, each once';
  const silent =
    counts === 'excerpts' && (kind === 'practitioner' || kind === 'role')
      ? ' Excerpts of an interviewer alone are left out.'
      : '';
  return `${once}; a total is therefore no sum. Every number opens its excerpts.${silent}`;
}
