import { Checkbox } from '@mantine/core';
import { useMemo } from 'react';
import { toCoOccurrenceSheet } from '../../db/analysis/code-sheets.ts';
import { arrangeCoOccurrence } from '../../db/analysis/crosstab-view.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { useCoOccurrence } from '../state/queries.ts';
import { ChoiceSelect } from './choice-select.tsx';
import { CoOccurrenceGrid } from './co-occurrence-grid.tsx';
import { CodeTools } from './code-tools.tsx';
import { NothingToShow } from './nothing-to-show.tsx';
import { useTablesDesk } from './tables-desk.ts';
import classes from './tables-screen.module.css';
import { copySheet, TakeTable } from './take-table.tsx';
import { levelsOf, useTableChoice } from './use-table-choice.ts';

const distances = [
  { value: 'overlap', label: 'overlapping' },
  { value: '0', label: 'in the same turn' },
  { value: '1', label: 'within 1 turn' },
  { value: '2', label: 'within 2 turns' },
  { value: '3', label: 'within 3 turns' },
  { value: '5', label: 'within 5 turns' },
  { value: '10', label: 'within 10 turns' },
] as const;
const counted = [
  { value: 'excerpts', label: 'pairs of excerpts' },
  { value: 'persons', label: 'persons who say both' },
] as const;
const shown = [
  { value: 'count', label: 'numbers' },
  { value: 'coefficient', label: 'c-coefficient' },
] as const;

/** Which codes occur together. */
export function CoOccurrencePart({ codes }: { codes: Code[] }) {
  const { nearTurns, pairs, shows, view, change } = useTablesDesk();
  const { hidesEmpty } = view;
  const { ordered, choice: common } = useTableChoice(codes);
  const choice = useMemo(() => ({ ...common, counts: pairs, nearTurns }), [common, pairs, nearTurns]);
  const { data, error, isPlaceholderData } = useCoOccurrence(choice);
  const table = useMemo(
    () => data && arrangeCoOccurrence(data, codes, hidesEmpty),
    [data, codes, hidesEmpty],
  );
  const copy = () => table && copySheet(toCoOccurrenceSheet(table, shows));
  const levels = useMemo(() => levelsOf(ordered), [ordered]);
  const isEmpty = table?.rows.length === 0;
  return (
    <div className={classes.panel} aria-busy={isPlaceholderData}>
      <div className={classes.tools} role="toolbar" aria-label="Co-occurrence">
        <ChoiceSelect
          label="Codes"
          value={distances.find(({ value }) => value === String(nearTurns))?.value ?? 'overlap'}
          options={distances}
          onChoose={(value) => change({ nearTurns: value === 'overlap' ? null : Number(value) })}
        />
        <ChoiceSelect
          label="Count"
          value={pairs}
          options={counted}
          onChoose={(next) => change({ pairs: next })}
        />
        <ChoiceSelect
          label="Show as"
          value={shows}
          options={shown}
          onChoose={(next) => change({ shows: next })}
        />
        <CodeTools ordered={ordered} />
        <Checkbox
          size="xs"
          label="Hide empty"
          checked={hidesEmpty}
          onChange={({ currentTarget }) => change({ view: { ...view, hidesEmpty: currentTarget.checked } })}
        />
        {!isEmpty && (
          <span className={classes.last}>
            <TakeTable
              name="Co-occurrence"
              table={{ table: 'co-occurrence', choice, shows, hidesEmpty }}
              onCopy={copy}
            />
          </span>
        )}
      </div>
      <p className={classes.hint} role="status">
        {error
          ? error.message
          : shows === 'count'
            ? 'A code with itself counts its own excerpts or persons. Every number opens its excerpts.'
            : 'c = n12 / (n1 + n2 − n12), from 0 (never together) to 1 (always): the c-coefficient of ATLAS.ti (Jaccard 1901). n12 is what meets of the code of which less does.'}
      </p>
      {isEmpty && <NothingToShow />}
      {table && !isEmpty && (
        <CoOccurrenceGrid
          table={table}
          choice={choice}
          shows={shows}
          codes={codes}
          levels={levels}
          onCopy={copy}
        />
      )}
    </div>
  );
}
