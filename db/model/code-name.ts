import { foldText } from './fold-text.ts';

type NamedCode = { id: number; itemRef: string | null; name: string };

/** Returns a code's id and name, or only the name of an open code. */
export function titleOfCode(code: Pick<NamedCode, 'itemRef' | 'name'>): string {
  return code.itemRef === null ? code.name : `${code.itemRef} ${code.name}`;
}

/** Returns the words for a pipeline, or for a stage with its number; some schemes write it in the name already. */
export function nameOfGroup(
  kind: 'activity' | 'precondition' | 'open',
  index: number,
  group: string,
): string {
  return kind === 'precondition' && !/\d/.test(group) ? `${index} ${group}` : group;
}

/**
 * Returns the code that has this name already, as a name or as the id of a scheme item, or undefined. Case, accents and
 * blanks do not matter. `exceptId` is the code that is to get the name.
 */
export function findNameOwner<T extends NamedCode>(
  codes: readonly T[],
  name: string,
  exceptId?: number,
): T | undefined {
  const wanted = foldText(name);
  return codes.find(
    (code) =>
      code.id !== exceptId && (foldText(code.name) === wanted || foldText(code.itemRef ?? '') === wanted),
  );
}
