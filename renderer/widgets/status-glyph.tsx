import { type Status, statusGlyphs } from '../../db/model/coding.ts';
import classes from './status-glyph.module.css';

type Props = { status: Status; withWord?: boolean };

/** The sign of a status; its word is shown beside it or told to those who hover or listen. */
export function StatusGlyph({ status, withWord = false }: Props) {
  if (withWord) {
    return (
      <span className={classes.pair}>
        <span className={classes.glyph} aria-hidden="true">
          {statusGlyphs[status]}
        </span>
        {status}
      </span>
    );
  }
  return (
    <span className={classes.glyph} role="img" aria-label={status} title={status}>
      {statusGlyphs[status]}
    </span>
  );
}
