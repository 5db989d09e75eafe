import { findNameOwner } from '../../db/model/code-name.ts';
import { foldText } from '../../db/model/fold-text.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';

export { foldText };

/** What the search looks at. */
export type SearchedCode = Pick<Code, 'id' | 'itemRef' | 'name' | 'group'>;

/**
 * Returns the codes that hold every word of the query, best first: the exact id or name, an id or name that begins
 * with the query, a name with words that begin so, any other place in the name, and last the pipeline or stage.
 * Equal matches keep their order. Accents and case do not matter. An empty query returns all codes.
 */
export function rankCodes<T extends SearchedCode>(codes: readonly T[], query: string): T[] {
  const words = foldText(query).split(' ').filter(Boolean);
  if (words.length === 0) return [...codes];
  return codes
    .map((code) => ({ code, rank: rankCode(code, words) }))
    .filter(({ rank }) => rank < noMatch)
    .sort((left, right) => left.rank - right.rank)
    .map(({ code }) => code);
}

const noMatch = 6;

function rankCode(code: SearchedCode, words: readonly string[]): number {
  const query = words.join(' ');
  const id = foldText(code.itemRef ?? '');
  const name = foldText(code.name);
  if (query === id || query === name) return 0;
  if (id !== '' && id.startsWith(query)) return 1;
  if (name.startsWith(query)) return 2;
  if (words.every((word) => ` ${id} ${name}`.includes(` ${word}`))) return 3;
  if (words.every((word) => `${id} ${name}`.includes(word))) return 4;
  if (words.every((word) => `${id} ${name} ${foldText(code.group ?? 'open codes')}`.includes(word))) return 5;
  return noMatch;
}

/** Folding is slow for long definitions, and codes stay the same objects from one letter of the query to the next. */
const foldedTexts = new WeakMap<object, string>();

/** Returns the codes whose id, name, definition or use holds every word of the query, in their own order. */
export function filterCodes<T extends SearchedCode & Pick<Code, 'definition' | 'whenToUse'>>(
  codes: readonly T[],
  query: string,
): T[] {
  const words = foldText(query).split(' ').filter(Boolean);
  return codes.filter((code) => {
    const { itemRef, name, group, definition, whenToUse } = code;
    const folded =
      foldedTexts.get(code) ?? foldText([itemRef ?? '', name, group ?? '', definition, whenToUse].join(' '));
    foldedTexts.set(code, folded);
    return words.every((word) => folded.includes(word));
  });
}

/** Returns the open code of this very name, or a scheme item's; accents and case do not matter. */
export const findCodeByName: <T extends SearchedCode>(codes: readonly T[], name: string) => T | undefined =
  findNameOwner;
