import type { Claim } from '../../electron/ipc/contract/maturity.ts';

/** A mark on a claim: a short sign, and what it means in a sentence. */
export type ClaimMark = { sign: 'CONFLICT' | 'SELF' | 'WITHIN' | '+i'; meaning: string };

export const claimMarks = {
  conflict: { sign: 'CONFLICT', meaning: 'CONFLICT: one practitioner speaks for it, another against it.' },
  self: { sign: 'SELF', meaning: 'SELF: the same practitioner speaks both for and against it.' },
  within: { sign: 'WITHIN', meaning: 'WITHIN: one practitioner in several techniques.' },
  coderAgreement: { sign: '+i', meaning: '+i: two coders agree on overlapping text.' },
} as const satisfies Record<string, ClaimMark>;

/** Returns the marks of a claim, what needs attention first. */
export function listClaimMarks(
  claim: Pick<Claim, 'conflict' | 'self' | 'within' | 'coderAgreement'>,
): ClaimMark[] {
  const keys = ['conflict', 'self', 'within', 'coderAgreement'] as const;
  return keys.filter((key) => claim[key]).map((key) => claimMarks[key]);
}
