import { describeColumnHead } from './cell-words.ts';
import type { GridPlace } from './grid-place.ts';
import classes from './matrix-grid.module.css';
import type { CompanyColumn, MatrixColumn } from './matrix-view.ts';

type Props = {
  columns: readonly MatrixColumn[];
  techniqueCount: number;
  codeIds: number[];
  active: GridPlace;
};

/** The two rows of heads: companies, and beneath each its degree and its techniques. */
export function MatrixHead({ columns, techniqueCount, codeIds, active }: Props) {
  const placeAt = (row: number, column: number) => ({
    'data-row': row,
    'data-column': column,
    tabIndex: active.row === row && active.column === column ? 0 : -1,
  });
  const heads = columns.flatMap((column, position) => (column.kind === 'item' ? [] : [{ column, position }]));
  return (
    <thead>
      <tr>
        <th rowSpan={2} scope="col" className={classes.corner}>
          Item
        </th>
        {heads
          .filter(({ column }) => column.kind === 'degree')
          .map(({ column: { company, id }, position }) => (
            <th key={id} scope="colgroup" colSpan={1 + techniqueCount} className={classes.company}>
              <button type="button" className={classes.open} {...placeAt(0, position)}>
                <span className={classes.heardOnly}>{`Company ${company.label}, ${company.name}`}</span>
                <span className={classes.companyWords} aria-hidden>
                  <b>{company.label}</b> {company.name === company.label ? '' : company.name}
                </span>
              </button>
            </th>
          ))}
      </tr>
      <tr>
        {heads.map(({ column, position }) => (
          <PartHead key={column.id} column={column} codeIds={codeIds} place={placeAt(1, position)} />
        ))}
      </tr>
    </thead>
  );
}

type PartProps = {
  column: CompanyColumn;
  codeIds: number[];
  place: { 'data-row': number; 'data-column': number; tabIndex: number };
};

function PartHead({ column, codeIds, place }: PartProps) {
  const isDegree = column.kind === 'degree';
  const letter = isDegree ? 'degree' : column.technique.letter;
  if (!isDegree && !column.isStudied) {
    return (
      <th scope="col" className={classes.part} data-not-studied>
        {letter}
      </th>
    );
  }
  const label = isDegree
    ? `Degree in company ${column.company.label}`
    : describeColumnHead(column, codeIds).label;
  return (
    <th scope="col" className={classes.part} data-first={isDegree || undefined}>
      <button type="button" className={classes.open} {...place}>
        <span className={classes.heardOnly}>{label}</span>
        <span aria-hidden>{letter}</span>
      </button>
    </th>
  );
}
