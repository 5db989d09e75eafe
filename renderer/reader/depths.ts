import type { Span } from '../../db/model/span.ts';

/** Returns the stretches over which at least `depth` spans lie, in order, neither touching nor overlapping. */
export function listDeepSpans(spans: readonly Span[], depth: number): Span[] {
  const edges = spans.flatMap(({ start, end }) => [
    { at: start, step: 1 },
    { at: end, step: -1 },
  ]);
  // Where one ends and the next begins, the stretch goes on.
  edges.sort((left, right) => left.at - right.at || right.step - left.step);
  const deep: Span[] = [];
  let depthHere = 0;
  let start = 0;
  for (const { at, step } of edges) {
    const before = depthHere;
    depthHere += step;
    if (before < depth && depthHere >= depth) start = at;
    else if (before >= depth && depthHere < depth && at > start) deep.push({ start, end: at });
  }
  return deep;
}
