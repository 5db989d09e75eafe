/** An object of JSON whose members are not known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns the member under a path of names and positions, or undefined where the path leads nowhere. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  let current = value;
  for (const step of path) {
    if (typeof step === 'number') current = Array.isArray(current) ? current[step] : undefined;
    else current = isObject(current) && Object.hasOwn(current, step) ? current[step] : undefined;
  }
  return current;
}

/** Returns the objects of a list; empty when the value is no list. */
export function listObjects(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Returns the first of the members that is there. */
export function firstOf(object: JsonObject, names: readonly string[]): unknown {
  const name = names.find((candidate) => Object.hasOwn(object, candidate) && object[candidate] !== null);
  return name === undefined ? undefined : object[name];
}
