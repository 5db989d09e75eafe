import type { TitledCode } from '../../db/analysis/crosstab-view.ts';
import classes from './table-grid.module.css';

/** A code in the head of a row, set in by its level. */
export function CodeName({ code, level }: { code: TitledCode; level: number }) {
  return (
    <span className={classes.code} style={{ paddingInlineStart: level * 16 }}>
      {code.itemRef !== null && <span className={classes.ref}>{code.itemRef}</span>}
      <span className={classes.name}>{code.name}</span>
    </span>
  );
}
