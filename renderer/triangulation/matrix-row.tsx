import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { memo } from 'react';
import { describeCell } from './cell-words.ts';
import { CellContent } from './matrix-cell.tsx';
import classes from './matrix-grid.module.css';
import type { ClaimIndex, MatrixColumn, MatrixRow } from './matrix-view.ts';

type Props = {
  row: MatrixRow;
  rowNumber: number;
  columns: readonly MatrixColumn[];
  index: ClaimIndex;
  /** The column that takes the focus in this row; null when another row has it. */
  activeColumn: number | null;
};

/** One row: its head, and a cell for each column. Drawn anew only when its data or its focus changed. */
export const MatrixRowCells = memo(function MatrixRowCells(props: Props) {
  const { row, rowNumber, columns, index, activeColumn } = props;
  return (
    <tr className={row.kind === 'group' ? classes.groupRow : classes.itemRow}>
      {columns.map((column, position) => {
        const label = describeCell(row, column, index).label;
        const place = {
          'data-row': rowNumber,
          'data-column': position,
          tabIndex: activeColumn === position ? 0 : -1,
        };
        if (column.kind === 'item') return <RowHead key="item" row={row} label={label} place={place} />;
        if (column.kind === 'technique' && !column.isStudied) {
          return <NotStudied key={column.id} label={label} />;
        }
        return (
          <td key={column.id} className={classes.cell} data-first={column.kind === 'degree' || undefined}>
            <button type="button" className={classes.open} {...place}>
              <span className={classes.heardOnly}>{label}</span>
              <span className={classes.content} aria-hidden>
                <CellContent row={row} column={column} index={index} />
              </span>
            </button>
          </td>
        );
      })}
    </tr>
  );
});

type Place = { 'data-row': number; 'data-column': number; tabIndex: number };

function NotStudied({ label }: { label: string }) {
  return (
    <td className={classes.cell} data-not-studied>
      <span className={classes.heardOnly}>{label}</span>
    </td>
  );
}

function RowHead({ row, label, place }: { row: MatrixRow; label: string; place: Place }) {
  if (row.kind === 'group') {
    const Chevron = row.isOpen ? IconChevronDown : IconChevronRight;
    return (
      <th scope="row" className={classes.head}>
        <button type="button" {...place} aria-expanded={row.isOpen} className={classes.open}>
          <span className={classes.heardOnly}>{label}</span>
          <span className={classes.headWords} aria-hidden>
            <Chevron size={14} />
            <i className={classes.hue} style={{ background: row.group.colour }} />
            <b>{row.group.title}</b>
            <span className={classes.quiet}>{row.group.codes.length}</span>
          </span>
        </button>
      </th>
    );
  }
  const { itemRef, name } = row.code;
  return (
    <th scope="row" className={classes.head}>
      <button type="button" {...place} className={classes.open}>
        <span className={classes.heardOnly}>{label}</span>
        <span className={classes.headWords} data-kind="item" aria-hidden>
          {itemRef !== null && <span className={classes.ref}>{itemRef}</span>}
          <span className={classes.name}>{name}</span>
        </span>
      </button>
    </th>
  );
}
