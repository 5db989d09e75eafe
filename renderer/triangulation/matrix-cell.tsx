import { statusGlyphs } from '../../db/model/coding.ts';
import { ClaimMarkIcons } from '../widgets/claim-mark-icons.tsx';
import { DegreeMark } from '../widgets/degree-mark.tsx';
import { sortStatuses } from './cell-words.ts';
import classes from './matrix-grid.module.css';
import {
  type ClaimIndex,
  type CompanyColumn,
  countSpokenOf,
  countTriangulated,
  findClaim,
  type MatrixRow,
  readTechniqueCell,
} from './matrix-view.ts';

type Props = { row: MatrixRow; column: CompanyColumn; index: ClaimIndex };

/** What stands in a cell; its words for those who hear it are the cell's label. */
export function CellContent({ row, column, index }: Props) {
  if (row.kind === 'group') return <GroupSummary group={row.group} column={column} index={index} />;
  const claim = findClaim(index, column.company.id, row.code.id);
  if (column.kind === 'degree') {
    return (
      <span className={classes.degree}>
        <DegreeMark degree={claim?.degree ?? 0} />
        {claim && <ClaimMarkIcons claim={claim} />}
      </span>
    );
  }
  const cell = readTechniqueCell(claim, column.technique.letter, column.isStudied);
  if (cell.kind === 'not studied') return null;
  if (cell.kind === 'silent') return <span className={classes.quiet}>·</span>;
  return (
    <span className={classes.heard}>
      <b>{cell.share.persons}</b>
      <span className={classes.glyphs}>
        {sortStatuses(cell.share.statuses).map((status) => statusGlyphs[status])}
      </span>
    </span>
  );
}

function GroupSummary({
  group,
  column,
  index,
}: {
  group: Extract<MatrixRow, { kind: 'group' }>['group'];
  column: CompanyColumn;
  index: ClaimIndex;
}) {
  const { company } = column;
  if (column.kind === 'degree') {
    const triangulated = countTriangulated(group, index, company.id);
    return <span className={classes.quiet}>{`${triangulated}/${group.codes.length} ≥ 2`}</span>;
  }
  if (!column.isStudied) return null;
  const { spokenOf, items } = countSpokenOf(group, index, company.id, column.technique.letter);
  return <span className={classes.quiet}>{`${spokenOf}/${items}`}</span>;
}
