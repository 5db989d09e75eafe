import { Button, SegmentedControl } from '@mantine/core';
import { useMemo } from 'react';
import { toFrameworkSheet } from '../../db/analysis/code-sheets.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { useShownCoders } from '../state/coders.ts';
import { useCompanies, useFrameworkCells, useSummaries } from '../state/queries.ts';
import { orderCodes } from './code-order.ts';
import { FrameworkGrid } from './framework-grid.tsx';
import { indexFramework, isSummaryShown, listFrameworkRows } from './framework-rows.ts';
import { NoFramework } from './no-framework.tsx';
import { useTablesDesk } from './tables-desk.ts';
import classes from './tables-screen.module.css';
import { copySheet, TakeTable } from './take-table.tsx';

const kinds: { value: Code['kind']; label: string }[] = [
  { value: 'activity', label: 'Activities' },
  { value: 'precondition', label: 'Preconditions' },
  { value: 'open', label: 'Open codes' },
];

/** What the researcher holds of each company under each item, beside the excerpts it rests on. */
export function FrameworkPart({ codes }: { codes: Code[] }) {
  const { items, folded, change } = useTablesDesk();
  const companies = useCompanies().data;
  const coderIds = useShownCoders().ids;
  const ofKind = useMemo(() => orderCodes(codes).filter(({ kind }) => kind === items), [codes, items]);
  const choice = useMemo(
    () => ({
      codeIds: ofKind.map(({ code }) => code.id),
      ...(coderIds ? { coderIds: [...coderIds] } : {}),
    }),
    [ofKind, coderIds],
  );
  const cells = useFrameworkCells(choice).data;
  const summaries = useSummaries().data;
  const rows = useMemo(() => listFrameworkRows(ofKind, items, folded), [ofKind, items, folded]);
  const index = useMemo(
    () => (cells && summaries ? indexFramework(cells, summaries, coderIds) : undefined),
    [cells, summaries, coderIds],
  );
  if (!companies || !index || !cells || !summaries) return null;
  const canShow = companies.length > 0 && rows.length > 0;
  const copy = () =>
    copySheet(
      toFrameworkSheet({
        companies,
        codes: ofKind.map(({ code }) => code),
        cells,
        summaries: summaries.filter((one) => isSummaryShown(one, coderIds)),
      }),
    );
  const groups = [...new Set(ofKind.map(({ group }) => group))];
  const isFolded = groups.every((group) => folded.includes(group));
  return (
    <div className={classes.panel}>
      <div className={classes.tools} role="toolbar" aria-label="Framework matrix">
        <SegmentedControl
          size="xs"
          aria-label="Items in the rows"
          data={kinds}
          value={items}
          onChange={(value) =>
            change({ items: kinds.find((kind) => kind.value === value)?.value ?? 'activity', folded: [] })
          }
        />
        {groups.length > 1 && (
          <Button size="xs" variant="default" onClick={() => change({ folded: isFolded ? [] : groups })}>
            {isFolded ? 'Unfold all' : 'Fold all'}
          </Button>
        )}
        {canShow && (
          <span className={classes.last}>
            <TakeTable name="Framework matrix" table={{ table: 'framework', choice }} onCopy={copy} />
          </span>
        )}
      </div>
      <p className={classes.hint} role="status">
        Enter writes a summary, Shift+Enter opens the excerpts of the cell. What is written is saved when you
        leave.
      </p>
      {canShow ? (
        <FrameworkGrid key={items} rows={rows} companies={companies} index={index} onCopy={copy} />
      ) : (
        <NoFramework hasCompanies={companies.length > 0} />
      )}
    </div>
  );
}
