import type { Code } from '../../electron/ipc/contract/codes.ts';
import { pathOfCode, titleOfCode } from '../codes/code-branches.ts';

type PathCode = Pick<Code, 'id' | 'parentId' | 'kind' | 'group' | 'groupIndex' | 'itemRef' | 'name'>;

/** Returns the way to a code in words, with the codes above it: `Open codes › Organisation › fear of audits`. */
export function fullPathOfCode(code: PathCode, codes: readonly PathCode[]): string {
  const above: PathCode[] = [];
  let top = code;
  for (let next = findParent(code, codes); next && !above.includes(next); next = findParent(next, codes)) {
    above.unshift(next);
    top = next;
  }
  return top === code
    ? pathOfCode(code)
    : [pathOfCode(top), ...[...above.slice(1), code].map(titleOfCode)].join(' › ');
}

function findParent(code: PathCode, codes: readonly PathCode[]): PathCode | undefined {
  return code.parentId === null ? undefined : codes.find(({ id }) => id === code.parentId);
}
