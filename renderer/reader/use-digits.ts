import { useMemo } from 'react';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { listDigitCodes } from './bar-options.ts';
import { usePinnedCodes } from './used-codes.ts';

/** Returns the digit keys of the pinned codes by the codes' ids. */
export function useDigits(guid: string, codes: readonly Code[]): ReadonlyMap<number, number> {
  const pinned = usePinnedCodes(guid);
  return useMemo(
    () => new Map(listDigitCodes(codes, pinned).map(({ id }, index) => [id, index + 1])),
    [codes, pinned],
  );
}
