import { IconBulb, IconEye, IconNote, IconRuler2 } from '@tabler/icons-react';
import type { MemoKind } from '../../db/model/memo.ts';
import classes from './memo-kind-mark.module.css';

const icons = {
  note: IconNote,
  theoretical: IconBulb,
  methodological: IconRuler2,
  reflexive: IconEye,
} as const satisfies Record<MemoKind, unknown>;

/** What sort of thought a memo holds: a sign and the word. */
export function MemoKindMark({ kind }: { kind: MemoKind }) {
  const Icon = icons[kind];
  return (
    <span className={classes.mark}>
      <Icon size={14} stroke={1.6} aria-hidden />
      {kind}
    </span>
  );
}
