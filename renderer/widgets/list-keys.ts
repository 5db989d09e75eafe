/**
 * Returns the position in a list that a key leads to, or undefined for other keys. It may lie outside the list:
 * who moves there keeps it inside. `page` is how far Page Up and Page Down go; without it they mean nothing.
 */
export function findNextPosition(
  key: string,
  { from, count, page }: { from: number; count: number; page?: number },
): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return from + 1;
    case 'ArrowUp':
      return from - 1;
    case 'PageDown':
      return page === undefined ? undefined : from + page;
    case 'PageUp':
      return page === undefined ? undefined : from - page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
