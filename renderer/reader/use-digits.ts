import { useMemo } from 'react';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { listDigitCodes } from './bar-options.ts';
import { useCodesOfStudy } from './used-codes.ts';

/** Returns the digit keys of the pinned codes by the codes' ids. */
export function useDigits(guid: string, codes: readonly Code[]): ReadonlyMap<number, number> {
  const { pinned } = useCodesOfStudy(guid);
  return useMemo(
    () => new Map(listDigitCodes(codes, pinned).map(({ id }, index) => [id, index + 1])),
    [codes, pinned],
  );
}
