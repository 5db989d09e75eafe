import { IconEqualNot, IconRotate, IconUser } from '@tabler/icons-react';
import type { Claim } from '../../electron/ipc/contract/maturity.ts';
import classes from './claim-mark-icons.module.css';
import { type ClaimMark, listClaimMarks } from './claim-marks.ts';

/** The marks of a claim as small signs; their meaning is told where the signs stand. */
export function ClaimMarkIcons({ claim }: { claim: Claim }) {
  return listClaimMarks(claim).map(({ sign, meaning }) => (
    <span key={sign} className={classes.mark} data-sign={sign} title={meaning}>
      <ClaimMarkIcon sign={sign} />
    </span>
  ));
}

/** One sign: a struck equals sign, a turning arrow, a single person, or the letters +i. */
export function ClaimMarkIcon({ sign }: { sign: ClaimMark['sign'] }) {
  switch (sign) {
    case 'CONFLICT':
      return <IconEqualNot size={14} stroke={2.2} aria-hidden />;
    case 'SELF':
      return <IconRotate size={13} stroke={2} aria-hidden />;
    case 'WITHIN':
      return <IconUser size={13} stroke={2} aria-hidden />;
    case '+i':
      return <span aria-hidden>+i</span>;
  }
}
