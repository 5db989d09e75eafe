import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type LineCounter,
  type Node,
  type Scalar,
} from 'yaml';

/** Leads from the root of a file to a value in it: field names and places in a list. */
export type FilePath = readonly PropertyKey[];

/** Returns the node at a path, or undefined when the file has none there; aliases are followed. */
export function findNode(document: Document, path: FilePath): Node | undefined {
  let node = followAlias(document, document.contents);
  for (const key of path) {
    node = followAlias(document, findChild(node, key));
  }
  return node;
}

/** Returns the key under which a field stands in the map at a path, or undefined. */
export function findKey(document: Document, path: FilePath, name: string): Scalar | undefined {
  const map = findNode(document, path);
  if (!isMap(map)) return undefined;
  return map.items
    .map(({ key }) => key)
    .find((key): key is Scalar => isScalar(key) && String(key.value) === name);
}

/**
 * Returns where a path points to, as an offset in UTF-16 units: at the name of a field, at the start of an
 * entry of a list. Where the file has no such value (a field is missing), it is the nearest place around it.
 */
export function findOffset(document: Document, path: FilePath): number {
  for (let length = path.length; length > 0; length -= 1) {
    const last = path[length - 1];
    const parent = path.slice(0, length - 1);
    const node =
      typeof last === 'string' ? findKey(document, parent, last) : findNode(document, path.slice(0, length));
    if (node?.range) return node.range[0];
  }
  return findNode(document, [])?.range?.[0] ?? 0;
}

/** Returns line and column of an offset, both counted from 1. */
export function toLineAndColumn(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function findChild(node: Node | undefined, key: PropertyKey): unknown {
  if (isSeq(node) && typeof key === 'number') return node.items[key];
  if (!isMap(node)) return undefined;
  return node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key))?.value;
}

function followAlias(document: Document, node: unknown): Node | undefined {
  if (isAlias(node)) return node.resolve(document);
  if (isMap(node) || isSeq(node) || isScalar(node)) return node;
  return undefined;
}
