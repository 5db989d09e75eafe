import { findAnchorPlace, setAnchor } from '../../../db/code-anchor.ts';
import { changeCode, countDeletion, createCode, deleteCodes, moveCodes } from '../../../db/code-changes.ts';
import { countCodes } from '../../../db/code-counts.ts';
import { mergeCodes, splitCode } from '../../../db/code-merge.ts';
import { listAllAncestors } from '../../../db/model/code-tree.ts';
import type { ReadHandle } from '../../../db/sql.ts';
import { findCode, getCode, listCodes } from '../../../db/tables/codes.ts';
import { listItemGroups } from './code-groups.ts';
import { service } from './service.ts';

/** What is done to the tree of codes and to a code as a whole; each is one step that can be undone. */
export const codeTreeHandlers = {
  counts: service.code.counts.handler(({ context: { study }, input }) => {
    const { codes, groups } = countCodes(study.read, input, groupsOfCodes(study.read));
    return {
      codes: [...codes].map(([codeId, counts]) => ({ codeId, ...counts })),
      groups: [...groups].map(([group, counts]) => ({ group, ...counts })),
    };
  }),
  get: service.code.get.handler(({ context: { study }, input: { id } }) => {
    const { whenNotToUse, anchorExample } = getCode(study.read, id);
    return { id, whenNotToUse, anchorExample, anchor: findAnchorPlace(study.read, id) ?? null };
  }),
  book: service.code.book.handler(({ context: { study } }) => listCodes(study.read)),
  create: service.code.create.handler(({ context: { study }, input }) => ({
    id: study.transact({ label: `New code ${input.name}` }, (write) => createCode(write, input)),
  })),
  update: service.code.update.handler(({ context: { study }, input: { id, ...change } }) => {
    const code = nameCodes(study.read, [id]);
    const label = change.name === undefined ? `Change ${code}` : `Rename ${code} to ${change.name}`;
    study.transact({ label }, (write) => changeCode(write, id, change));
  }),
  recolour: service.code.recolour.handler(({ context: { study }, input: { ids, colour } }) => {
    study.transact({ label: `Colour of ${nameCodes(study.read, ids)}` }, (write) => {
      for (const id of ids) changeCode(write, id, { colour });
    });
  }),
  setAnchor: service.code.setAnchor.handler(({ context: { study }, input: { id, place } }) => {
    const label = `Anchor example of ${nameCodes(study.read, [id])}`;
    study.transact({ label }, (write) => setAnchor(write, id, place));
  }),
  move: service.code.move.handler(({ context: { study }, input: { ids, ...place } }) => {
    const label = `Move ${nameCodes(study.read, ids)}`;
    study.transact({ label }, (write) => moveCodes(write, ids, place));
  }),
  merge: service.code.merge.handler(({ context: { study }, input: { ids, intoId, children } }) => {
    const merged = ids.filter((id) => id !== intoId);
    const label = `Merge ${nameCodes(study.read, merged)} into ${nameCodes(study.read, [intoId])}`;
    study.transact({ label }, (write) => mergeCodes(write, ids, intoId, children));
  }),
  split: service.code.split.handler(({ context: { study }, input: { id, codingIds, to, isCopy } }) => ({
    codeId: study.transact({ label: `Split ${nameCodes(study.read, [id])}` }, (write) => {
      const { kind, parentId } = getCode(write, id);
      // A new code stands beside the code it comes from, or beneath an item, beside which there are no open codes.
      const place = { parentId: kind === 'open' ? parentId : id, definition: '' };
      const toId = 'codeId' in to ? to.codeId : createCode(write, { name: to.name, ...place });
      splitCode(write, { id, codingIds, toId, isCopy });
      return toId;
    }),
  })),
  delete: service.code.delete.handler(({ context: { study }, input: { ids } }) => {
    const gone = countDeletion(study.read, ids);
    const label = `Delete ${nameCodes(study.read, ids)}`;
    study.transact({ label }, (write) => deleteCodes(write, ids));
    return { ...gone, label };
  }),
};

/** The name of one code, or how many there are. */
function nameCodes(read: ReadHandle, ids: readonly number[]): string {
  const [id] = ids;
  if (ids.length !== 1 || id === undefined) return `${ids.length} codes`;
  const code = findCode(read, id);
  return code?.itemRef ?? `code ${code?.name ?? ''}`.trim();
}

/** The headings of the tree that a code stands under by itself: an open code beneath an item has those of the item. */
function groupsOfCodes(read: ReadHandle): (codeId: number) => readonly string[] {
  const codes = listCodes(read);
  const itemGroups = listItemGroups(read);
  const above = listAllAncestors(codes);
  const groups = new Map(
    codes.map(({ id, kind, itemRef }): [number, string[]] => {
      if (itemRef !== null) return [id, [kind, `${kind}:${itemGroups.get(itemRef)?.groupIndex ?? 0}`]];
      return [id, above.get(id)?.[0]?.itemRef ? [] : ['open']];
    }),
  );
  return (codeId) => groups.get(codeId) ?? [];
}
