import { statuses, statusGlyphs } from '../../db/model/coding.ts';
import type { TriangulationMatrix } from '../../electron/ipc/contract/maturity.ts';
import { ClaimMarkIcon } from '../widgets/claim-mark-icons.tsx';
import { claimMarks } from '../widgets/claim-marks.ts';
import { DegreeMark } from '../widgets/degree-mark.tsx';
import classes from './matrix-legend.module.css';

const degrees = [
  { degree: 1, meaning: 'single source' },
  { degree: 2, meaning: 'two persons or two techniques' },
  { degree: 3, meaning: 'independent in both' },
  { degree: 4, meaning: 'and an artefact' },
];

/** What letters, signs and bars of the matrix mean. */
export function MatrixLegend({ techniques }: { techniques: TriangulationMatrix['techniques'] }) {
  return (
    <ul className={classes.legend} aria-label="Legend">
      <li>
        {techniques.map(({ letter, name }) => (
          <span key={letter}>
            <b>{letter}</b> {name.toLowerCase()}
          </span>
        ))}
      </li>
      <li>
        <span>
          <b>2</b> practitioners
        </span>
        {statuses.map((status) => (
          <span key={status}>
            <b className={classes.glyph}>{statusGlyphs[status]}</b> {status}
          </span>
        ))}
        <span>
          <b>·</b> silent
        </span>
        <span>
          <i className={classes.notStudied} aria-hidden /> not studied
        </span>
      </li>
      <li>
        {degrees.map(({ degree, meaning }) => (
          <span key={degree}>
            <DegreeMark degree={degree} /> {meaning}
          </span>
        ))}
      </li>
      <li>
        {Object.values(claimMarks).map(({ sign, meaning }) => (
          <span key={sign} title={meaning}>
            <ClaimMarkIcon sign={sign} /> {sign === '+i' ? 'two coders agree' : sign}
          </span>
        ))}
      </li>
    </ul>
  );
}
