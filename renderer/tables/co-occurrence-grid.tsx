import { useCallback } from 'react';
import { type ShownCoOccurrence, type TitledCode, titleOf, toHeat } from '../../db/analysis/crosstab-view.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { CoOccurrenceChoice } from '../../electron/ipc/contract/crosstabs.ts';
import { getStudyApi } from '../api.ts';
import { useDesk } from '../state/desk.ts';
import { count } from '../widgets/count.ts';
import { runAction } from '../widgets/run-action.ts';
import { listCommon } from './cell-evidence.ts';
import type { CellView } from './cell-view.ts';
import { CodeName } from './code-name.tsx';
import { listWithSubCodes } from './code-order.ts';
import type { GridPlace } from './grid-place.ts';
import { heightOfHeads } from './steep-heads.ts';
import classes from './table-grid.module.css';
import { TableGrid } from './table-grid.tsx';

type Props = {
  table: ShownCoOccurrence;
  choice: CoOccurrenceChoice;
  shows: 'count' | 'coefficient';
  codes: readonly Code[];
  levels: ReadonlyMap<number, number>;
  onCopy: () => void;
};

const pinned = { rows: 1, columns: 1 };
const shortOf = ({ itemRef, name }: TitledCode) => itemRef ?? name;

/** Codes against codes as a grid; it is the same on both sides of its diagonal. */
export function CoOccurrenceGrid({ table, choice, shows, codes, levels, onCopy }: Props) {
  const { rows } = table;
  const { isSteep: steep, height } = heightOfHeads(table.codes.map(shortOf), 5);
  const heightOf = useCallback((row: number) => (row === 0 ? height : 27), [height]);
  const widthOf = useCallback((column: number) => (column === 0 ? 300 : 52), []);
  const viewOf = useCallback(
    (row: number, column: number): CellView => {
      const left = rows[row - 1];
      const right = table.codes[column - 1];
      if (row === 0 && column === 0) return { content: 'Codes', label: 'Codes against codes' };
      if (!left)
        return {
          content: right && shortOf(right),
          label: right ? titleOf(right) : '',
          kind: steep ? 'steep' : undefined,
        };
      if (!right)
        return {
          content: <CodeName code={left.code} level={levels.get(left.code.id) ?? 0} />,
          label: titleOf(left.code),
        };
      return viewPair(table, { left, right, column: column - 1 }, choice, shows);
    },
    [table, rows, choice, shows, levels, steep],
  );
  const open = ({ row, column }: GridPlace) => {
    // A head opens what its code has by itself.
    const left = table.codes[row - 1] ?? table.codes[column - 1];
    const right = table.codes[column - 1] ?? left;
    if (left && right) void openPair(choice, codes, left, right);
  };
  return (
    <TableGrid
      label="Co-occurrence of codes"
      rowCount={rows.length + 1}
      columnCount={table.codes.length + 1}
      pinned={pinned}
      heightOf={heightOf}
      widthOf={widthOf}
      viewOf={viewOf}
      onOpen={open}
      onCopy={onCopy}
    />
  );
}

type Pair = { left: ShownCoOccurrence['rows'][number]; right: TitledCode; column: number };

function viewPair(
  { most }: ShownCoOccurrence,
  { left, right, column }: Pair,
  { counts }: CoOccurrenceChoice,
  shows: 'count' | 'coefficient',
): CellView {
  const number = left.counts[column] ?? 0;
  const isOwn = left.code.id === right.id;
  const noun = counts === 'persons' ? 'person' : isOwn ? 'excerpt' : 'pair';
  const coefficient = sayCoefficient(left.coefficients[column] ?? 0);
  const words = `${count(number, noun)}, c ${coefficient.sign} ${coefficient.digits}`;
  const content = shows === 'count' ? number.toLocaleString('en') : coefficient.words;
  return {
    content: number === 0 ? <span className={classes.quiet}>·</span> : content,
    label: isOwn
      ? `${shortOf(right)} by itself: ${words}`
      : `${shortOf(left.code)} with ${shortOf(right)}: ${words}`,
    heat: isOwn ? 0 : shows === 'count' ? toHeat(number, most) : toHeat(left.coefficients[column] ?? 0, 1),
    kind: isOwn ? 'own' : undefined,
  };
}

/** Two digits, as long as they tell it from nothing. */
function sayCoefficient(value: number): { sign: string; digits: string; words: string } {
  if (value > 0 && value < 0.005) return { sign: '<', digits: '0.01', words: '< 0.01' };
  const digits = value.toFixed(2);
  return { sign: '=', digits, words: digits };
}

/** Opens the excerpts of two codes that form pairs, or those of one code for itself. */
async function openPair(
  choice: CoOccurrenceChoice,
  codes: readonly Code[],
  left: TitledCode,
  right: TitledCode,
): Promise<void> {
  const sides = [...new Set([left.id, right.id])];
  const codeIds = choice.withSubCodes ? sides.flatMap((id) => listWithSubCodes(codes, id)) : sides;
  const filter = { codeIds: [...new Set(codeIds)], ...listCommon(choice) };
  const { showEvidence } = useDesk.getState();
  if (sides.length === 1) {
    const isSpoken = choice.counts === 'persons' ? { isSpoken: true } : {};
    showEvidence({ title: titleOf(left), filter: { ...filter, ...isSpoken } });
    return;
  }
  await runAction(async () => {
    const { excerptIds, pairs } = await getStudyApi().coOccurrence.pair({
      ...choice,
      left: left.id,
      right: right.id,
    });
    const title = `${shortOf(left)} with ${shortOf(right)}: ${count(pairs, 'pair')}`;
    showEvidence({ title, filter: { ...filter, excerptIds } });
  });
}
