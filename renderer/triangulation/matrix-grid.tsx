import { useMemo, useRef, useState } from 'react';
import type { TriangulationMatrix } from '../../electron/ipc/contract/maturity.ts';
import { type EvidenceRequest, useDesk } from '../state/desk.ts';
import { type CellWords, describeCell, describeColumnHead } from './cell-words.ts';
import { type GridPlace, headRows, movePlace, readPlace } from './grid-place.ts';
import classes from './matrix-grid.module.css';
import { MatrixHead } from './matrix-head.tsx';
import { MatrixRowCells } from './matrix-row.tsx';
import {
  indexClaims,
  listColumns,
  listRows,
  type MatrixColumn,
  type MatrixGroup,
  type MatrixRow,
} from './matrix-view.ts';

type Props = { groups: MatrixGroup[]; matrix: TriangulationMatrix };

/** The matrix itself: one grid in which arrow keys move and Enter opens, and a line beneath that tells the reason. */
export function MatrixGrid({ groups, matrix }: Props) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<GridPlace>({ row: headRows, column: 0 });
  const [pointed, setPointed] = useState<GridPlace | null>(null);
  const showEvidence = useDesk((desk) => desk.showEvidence);
  const grid = useRef<HTMLTableElement>(null);
  const columns = useMemo(() => listColumns(matrix), [matrix]);
  const rows = useMemo(() => listRows(groups, folded), [groups, folded]);
  const index = useMemo(() => indexClaims(matrix.claims), [matrix]);
  const codeIds = useMemo(() => groups.flatMap(({ codes }) => codes.map(({ id }) => id)), [groups]);

  const wordsAt = (place: GridPlace): CellWords | null => readWords(place, rows, columns, index, codeIds);
  const focus = (place: GridPlace) => {
    setActive(place);
    grid.current
      ?.querySelector<HTMLElement>(`[data-row="${place.row}"][data-column="${place.column}"]`)
      ?.focus();
  };
  const activate = (place: GridPlace) => {
    const row = rows[place.row - headRows];
    if (place.column === 0 && row?.kind === 'group') setFolded(toggle(folded, row.group.id));
    else openIfAny(wordsAt(place)?.evidence ?? null, showEvidence);
  };

  return (
    <>
      <div className={classes.scroll}>
        <table
          ref={grid}
          aria-label="Triangulation matrix"
          className={classes.grid}
          onClick={(event) => {
            const place = readPlace(event.target);
            if (place) activate(place);
          }}
          onFocus={(event) => setActive(readPlace(event.target) ?? active)}
          onMouseOver={(event) => setPointed(readPlace(event.target))}
          onMouseLeave={() => setPointed(null)}
          onKeyDown={(event) => {
            const next = movePlace(active, event.key, event.ctrlKey || event.metaKey, rows.length, columns);
            if (!next) return;
            event.preventDefault();
            focus(next);
          }}
        >
          <MatrixHead
            columns={columns}
            techniqueCount={matrix.techniques.length}
            codeIds={codeIds}
            active={active}
          />
          <tbody>
            {rows.map((row, position) => (
              <MatrixRowCells
                key={row.kind === 'group' ? row.group.id : row.code.id}
                row={row}
                rowNumber={position + headRows}
                columns={columns}
                index={index}
                activeColumn={active.row === position + headRows ? active.column : null}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes.detail} aria-live="off">
        {wordsAt(pointed ?? active)?.detail ?? ''}
      </p>
    </>
  );
}

function readWords(
  place: GridPlace,
  rows: readonly MatrixRow[],
  columns: readonly MatrixColumn[],
  index: ReturnType<typeof indexClaims>,
  codeIds: number[],
): CellWords | null {
  const column = columns[place.column];
  if (!column) return null;
  if (place.row < headRows) return column.kind === 'item' ? null : describeColumnHead(column, codeIds);
  const row = rows[place.row - headRows];
  return row ? describeCell(row, column, index) : null;
}

function openIfAny(evidence: EvidenceRequest | null, open: (request: EvidenceRequest) => void): void {
  if (evidence) open(evidence);
}

function toggle(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}
