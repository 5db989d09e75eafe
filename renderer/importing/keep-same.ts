/**
 * Remembers what was made of an object last, and gives the very same again as long as the key is the same: a row of a
 * long table whose file did not change need not be drawn anew. What nobody refers to any more is forgotten.
 */
export function makeKeeper<Source extends object, Made>() {
  const kept = new WeakMap<Source, { key: string; made: Made }>();
  return (source: Source, key: string, make: () => Made): Made => {
    const former = kept.get(source);
    if (former?.key === key) return former.made;
    const made = make();
    kept.set(source, { key, made });
    return made;
  };
}
