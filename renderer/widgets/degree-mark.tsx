import classes from './degree-mark.module.css';

const steps = [1, 2, 3, 4] as const;

/** The degree of a claim as four rising bars, as many filled as the degree says, with the number beside them. */
export function DegreeMark({ degree }: { degree: number }) {
  return (
    <span className={classes.mark} data-degree={degree} aria-hidden>
      <svg viewBox="0 0 15 12" width="15" height="12" className={classes.bars} aria-hidden>
        {steps.map((step) => (
          <rect
            key={step}
            x={(step - 1) * 4 + 0.5}
            y={11.5 - step * 2.75}
            width="2"
            height={step * 2.75 - 0.5}
            className={classes[step <= degree ? 'filled' : 'empty']}
          />
        ))}
      </svg>
      <span className={classes.number}>{degree}</span>
    </span>
  );
}
