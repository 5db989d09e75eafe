import type { Code } from '../../electron/ipc/contract/codes.ts';
import { count } from '../widgets/count.ts';
import { showEvidenceOf } from './code-actions.ts';
import classes from './code-details.module.css';
import { countables, useCounting, useShownCounts } from './counting.ts';

/** How often a code is used, as excerpts, transcripts and persons; each number leads to its excerpts. */
export function CodeNumbers({ code, codes }: { code: Code; codes: readonly Code[] }) {
  const withSubcodes = useCounting((counting) => counting.withSubcodes);
  const counts = useShownCounts().ofCode(code);
  const hasSubcodes = codes.some(({ parentId }) => parentId === code.id);
  if (counts.excerpts === 0 && !hasSubcodes) return <p className={classes.unused}>Not used yet.</p>;
  const isBranch = withSubcodes && hasSubcodes;
  return (
    <div className={classes.numbers}>
      {countables.map((what) => (
        <button
          key={what}
          type="button"
          className={classes.number}
          disabled={counts.excerpts === 0}
          title="Show the evidence"
          onClick={() => showEvidenceOf(codes, [code], isBranch)}
        >
          {count(counts[what], what.slice(0, -1))}
        </button>
      ))}
      {isBranch ? <span className={classes.unused}>with sub-codes</span> : null}
      {hasSubcodes && !isBranch ? (
        <button type="button" className={classes.number} onClick={() => showEvidenceOf(codes, [code], true)}>
          with sub-codes …
        </button>
      ) : null}
    </div>
  );
}
