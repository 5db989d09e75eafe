import classes from './chain-figure.module.css';

/**
 * What the program is for, drawn: words in a transcript, the claim they support, the stage it leads to. The lines
 * between them are the point.
 */
export function ChainFigure() {
  return (
    <svg className={classes.figure} viewBox="0 0 420 96" aria-hidden="true">
      <path className={classes.text} d="M2 14h88M2 28h70M2 42h96M2 56h52M2 70h62M2 84h78" />
      <path className={classes.coded} d="M2 28h70M38 42h60M2 70h62" />
      <path
        className={classes.link}
        d="M80 28C126 28 130 34 171 34M106 42C136 42 140 37 171 37M72 70C122 70 132 66 171 66"
      />
      <path className={classes.link} d="M227 35C270 35 284 54 331 55M227 66C270 66 284 59 331 58" />
      <rect className={classes.claim} x="174" y="24" width="52" height="22" rx="4" />
      <rect className={classes.claim} x="174" y="55" width="52" height="22" rx="4" />
      <path className={classes.glyph} d="M188 35h0M200 35h0M212 35h0M188 66h0M200 66h0" />
      <path className={classes.stair} d="M298 86h34V67h28V48h28V29h30" />
      <circle className={classes.mark} cx="346" cy="56" r="7.5" />
    </svg>
  );
}
