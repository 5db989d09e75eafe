import type { Code } from '../../electron/ipc/contract/codes.ts';
import { colourOfCode } from './code-branches.ts';
import classes from './code-dot.module.css';

/** A dot in the colour of a code's pipeline or stage; a ring for open codes, so that colour is not the only sign. */
export function CodeDot({ code }: { code: Pick<Code, 'kind' | 'groupIndex' | 'colour'> }) {
  return <Dot colour={colourOfCode(code)} kind={code.kind} />;
}

export function Dot({ colour, kind }: { colour: string; kind: Code['kind'] }) {
  return <span className={classes.dot} data-kind={kind} style={{ color: colour }} aria-hidden="true" />;
}
