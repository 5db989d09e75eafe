import { useCallback } from 'react';
import {
  type ShownColumn,
  type ShownRow,
  type ShownTable,
  titleOf,
  toHeat,
  toPercent,
  toShare,
} from '../../db/analysis/crosstab-view.ts';
import type { CrosstabShare } from '../../db/model/crosstab.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { CrosstabChoice } from '../../electron/ipc/contract/crosstabs.ts';
import { useDesk } from '../state/desk.ts';
import { filterCell, nameColumn } from './cell-evidence.ts';
import type { CellView } from './cell-view.ts';
import { CodeName } from './code-name.tsx';
import type { GridPlace } from './grid-place.ts';
import { heightOfHeads } from './steep-heads.ts';
import classes from './table-grid.module.css';
import { TableGrid } from './table-grid.tsx';

type Props = {
  shown: ShownTable;
  choice: CrosstabChoice;
  share: CrosstabShare;
  codes: readonly Code[];
  levels: ReadonlyMap<number, number>;
  onCopy: () => void;
};

/** Heads, then a row and a column of totals, then the cells. */
const pinned = { rows: 2, columns: 2 };

/** A table of codes as a grid: shaded by count, each number opening its excerpts. */
export function CodesGrid({ shown, choice, share, codes, levels, onCopy }: Props) {
  const showEvidence = useDesk((desk) => desk.showEvidence);
  const { rows, columns } = shown;
  const { isSteep: steep, height } = heightOfHeads(
    columns.map(({ label }) => label),
    11,
  );
  const heightOf = useCallback((row: number) => (row === 0 ? height : 27), [height]);
  const widthOf = useCallback(
    (column: number) => (column === 0 ? 300 : column === 1 || !steep ? 84 : 46),
    [steep],
  );
  const viewOf = useCallback(
    (row: number, column: number): CellView => {
      const place = { row: rows[row - pinned.rows], column: columns[column - pinned.columns] };
      if (row === 0) return viewHead(place.column, column, choice, steep);
      if (column === 0) {
        if (!place.row)
          return { content: 'Total', label: `Total: all ${choice.counts} of the table`, kind: 'total' };
        const { code } = place.row;
        return { content: <CodeName code={code} level={levels.get(code.id) ?? 0} />, label: titleOf(code) };
      }
      return viewCount(shown, place, {
        choice,
        share,
        isTotal: row === 1 || column === 1,
        position: column - pinned.columns,
      });
    },
    [shown, rows, columns, choice, share, levels, steep],
  );
  const open = ({ row, column }: GridPlace) => {
    const found = rows[row - pinned.rows];
    const ofColumn = columns[column - pinned.columns];
    const title = nameCell(choice, found, ofColumn);
    const filter = filterCell(choice, codes, { codeId: found?.code.id, column: ofColumn });
    showEvidence({ title, filter });
  };
  return (
    <TableGrid
      label={`Codes by ${choice.kind}`}
      rowCount={rows.length + pinned.rows}
      columnCount={columns.length + pinned.columns}
      pinned={pinned}
      heightOf={heightOf}
      widthOf={widthOf}
      viewOf={viewOf}
      onOpen={open}
      onCopy={onCopy}
    />
  );
}

function viewHead(
  column: ShownColumn | undefined,
  at: number,
  choice: CrosstabChoice,
  steep: boolean,
): CellView {
  if (at === 0) return { content: `Codes, ${choice.counts}`, label: `Codes, counted in ${choice.counts}` };
  if (!column) return { content: 'Total', label: `Total of each code: each of its ${choice.counts} once` };
  const name = nameColumn(choice.kind, column);
  return {
    content: column.label || 'no role',
    label: column.detail === '' || column.detail === column.label ? name : `${name} (${column.detail})`,
    kind: steep ? 'steep' : undefined,
  };
}

type Place = { row: ShownRow | undefined; column: ShownColumn | undefined };
type How = { choice: CrosstabChoice; share: CrosstabShare; isTotal: boolean; position: number };

/** Totals are not shaded: they would be the darkest of all and tell nothing. */
function viewCount(
  shown: ShownTable,
  { row, column }: Place,
  { choice, share, isTotal, position }: How,
): CellView {
  const totals = {
    row: row?.total ?? shown.total,
    column: column?.total ?? shown.total,
    table: shown.total,
  };
  const number =
    row && column ? (row.counts[position] ?? 0) : row ? row.total : (column?.total ?? shown.total);
  const part = toShare(number, share, totals);
  // A share of a row or column is compared with the whole of it, everything else with the largest cell.
  const isOfLine = share === 'row' || share === 'column';
  const words = share === 'number' ? '' : `, ${toPercent(part)} % of the ${share} total`;
  const content = share === 'number' ? number.toLocaleString('en') : `${toPercent(part)} %`;
  return {
    content: number === 0 ? <span className={classes.quiet}>·</span> : content,
    label: `${nameCell(choice, row, column)}: ${countOf(number, choice)}${words}`,
    heat: isTotal ? 0 : isOfLine ? toHeat(part, 1) : toHeat(number, shown.most),
    kind: isTotal ? 'total' : undefined,
  };
}

const countOf = (number: number, { counts }: CrosstabChoice) =>
  `${number.toLocaleString('en')} ${number === 1 ? counts.slice(0, -1) : counts}`;

/** `D1 × company A`; a total is named by what it is of. */
function nameCell(
  choice: CrosstabChoice,
  row: ShownRow | undefined,
  column: ShownColumn | undefined,
): string {
  const code = row && (row.code.itemRef ?? row.code.name);
  const where = column && nameColumn(choice.kind, column);
  if (code !== undefined && where !== undefined) return `${code} × ${where}`;
  if (code !== undefined) return `${code}, total`;
  return where === undefined ? 'The whole table' : `${where.charAt(0).toUpperCase()}${where.slice(1)}, total`;
}
