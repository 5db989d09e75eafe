/**
 * Starts `work` on up to `atOnce` items at a time and yields the results in the order of the items, each to be awaited
 * by whoever takes it. Only what is under way is held, however many items there are.
 */
export function* startAhead<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<R>,
): Generator<{ item: T; result: Promise<R> }> {
  const underWay: { item: T; result: Promise<R> }[] = [];
  for (const item of items) {
    const result = work(item);
    // Until it is awaited nobody hears of a failure, which is no reason for the program to end.
    result.catch(() => {});
    underWay.push({ item, result });
    const first = underWay.length >= atOnce ? underWay.shift() : undefined;
    if (first) yield first;
  }
  yield* underWay;
}
