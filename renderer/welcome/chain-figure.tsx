import classes from './chain-figure.module.css';

/**
 * What the program is for, drawn: words in a transcript, the claim they support, the stage it leads to. The lines
 * between them are the point.
 */
export function ChainFigure() {
  return (
    <svg className={classes.figure} viewBox="0 0 420 96" aria-hidden="true">
      <g className={classes.text}>
        <path d="M2 14h96M2 28h78M2 42h104M2 56h60M2 70h92M2 84h70" />
      </g>
      <g className={classes.coded}>
        <path d="M2 28h78M40 42h66M2 70h64" />
      </g>
      <g className={classes.link}>
        <path d="M84 28C130 28 132 34 172 34M110 42C138 42 140 36 172 36M70 70C126 70 134 66 172 66" />
        <path d="M228 35C262 35 262 50 299 50M228 66C262 66 264 52 299 52" />
      </g>
      <g className={classes.claim}>
        <rect x="174" y="24" width="52" height="22" rx="4" />
        <rect x="174" y="55" width="52" height="22" rx="4" />
      </g>
      <g className={classes.glyph}>
        <circle cx="188" cy="35" r="4" />
        <circle cx="200" cy="35" r="4" />
        <circle cx="212" cy="35" r="4" />
        <circle cx="188" cy="66" r="4" />
        <circle cx="200" cy="66" r="4" />
      </g>
      <path className={classes.stair} d="M296 86h30V70h30V54h30V38h30" />
      <circle className={classes.mark} cx="304" cy="51" r="5.5" />
      <path className={classes.rise} d="M310 51h26" />
      <circle className={classes.mark} cx="341" cy="51" r="8" />
    </svg>
  );
}
