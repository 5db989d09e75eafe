import { listEvidence } from '../../../db/evidence.ts';
import { statusGlyphs } from '../../../db/model/coding.ts';
import { listPersonsByCode } from '../../../db/persons.ts';
import type { ReadHandle } from '../../../db/sql.ts';
import { ensureOpenCode, findCode, listCodes, listCodeUsage } from '../../../db/tables/codes.ts';
import { splitCoding } from '../../../db/tables/coding-split.ts';
import {
  applyCode,
  deleteCoding,
  deleteCodings,
  getCoding,
  listMemoCounts,
  resizeCoding,
  updateCoding,
  updateCodings,
} from '../../../db/tables/codings.ts';
import type { Coding } from '../contract/transcripts.ts';
import { listItemGroups, listTrails } from './code-groups.ts';
import { codeTreeHandlers } from './code-tree.ts';
import { service } from './service.ts';

export const codeHandlers = {
  code: {
    list: service.code.list.handler(({ context: { study }, input }) =>
      listCodesWithCounts(study.read, input?.coderIds),
    ),
    ...codeTreeHandlers,
  },
  coding: {
    apply: service.coding.apply.handler(({ context: { study }, input }) => {
      const label = `Code ${describeCode(study.read, input.codeId)} ${statusGlyphs[input.status]}`;
      const id = study.transact({ label, coderId: input.coderId }, (write) => applyCode(write, input));
      return getCoding(study.read, id);
    }),
    applyNewCode: service.coding.applyNewCode.handler(
      ({ context: { study }, input: { name, ...passage } }) => {
        const id = study.transact({ label: `New code ${name}`, coderId: passage.coderId }, (write) => {
          const codeId = ensureOpenCode(write, name);
          return applyCode(write, { ...passage, codeId, comment: '' });
        });
        return getCoding(study.read, id);
      },
    ),
    update: service.coding.update.handler(({ context: { study }, input: { id, newCodeName, ...change } }) => {
      const label = describeChange(study.read, { newCodeName, ...change });
      study.transact({ label }, (write) => {
        const codeId = newCodeName === undefined ? change.codeId : ensureOpenCode(write, newCodeName);
        updateCoding(write, id, withoutUndefined({ ...change, codeId }));
      });
      return getCoding(study.read, id);
    }),
    updateMany: service.coding.updateMany.handler(({ context: { study }, input: { ids, ...change } }) => {
      const label = `${describeChange(study.read, change)} in ${describeCount(ids)}`;
      study.transact({ label }, (write) => updateCodings(write, ids, withoutUndefined(change)));
    }),
    resize: service.coding.resize.handler(({ context: { study }, input: { id, start, end } }) => {
      study.transact({ label: 'Move the boundaries of a coding' }, (write) =>
        resizeCoding(write, id, { start, end }),
      );
      return getCoding(study.read, id);
    }),
    split: service.coding.split.handler(({ context: { study }, input: { id, offset } }) => {
      const label = `Split a coding ${describeCode(study.read, getCoding(study.read, id).codeId)}`;
      const [first, second] = study.transact({ label }, (write) => splitCoding(write, id, offset));
      return [getCoding(study.read, first), getCoding(study.read, second)] as const;
    }),
    delete: service.coding.delete.handler(({ context: { study }, input: { id } }) => {
      const label = `Remove coding ${describeCode(study.read, getCoding(study.read, id).codeId)}`;
      study.transact({ label }, (write) => deleteCoding(write, id));
    }),
    deleteMany: service.coding.deleteMany.handler(({ context: { study }, input: { ids } }) => {
      study.transact({ label: `Remove ${describeCount(ids)}` }, (write) => deleteCodings(write, ids));
    }),
    memoCounts: service.coding.memoCounts.handler(({ context: { study }, input }) =>
      listMemoCounts(study.read, input.transcriptId, input.coderIds),
    ),
  },
  evidence: {
    list: service.evidence.list.handler(({ context: { study }, input }) => listEvidence(study.read, input)),
  },
};

type CodingChange = Partial<Pick<Coding, 'codeId' | 'status' | 'evidence' | 'comment'>> & {
  newCodeName?: string;
};

/** The step in words, for the menu: what undo would take back. */
function describeChange(
  read: ReadHandle,
  change: { [K in keyof CodingChange]: CodingChange[K] | undefined },
): string {
  if (change.newCodeName !== undefined) return `Change the code to “${change.newCodeName}”`;
  if (change.codeId !== undefined) return `Change the code to ${describeCode(read, change.codeId)}`;
  if (change.status !== undefined) return `Set the status to ${change.status}`;
  if (change.evidence !== undefined) return `Set the evidence type to ${change.evidence}`;
  return 'Comment on a coding';
}

const describeCount = (ids: readonly number[]) =>
  ids.length === 1 ? '1 coding' : `${ids.length.toLocaleString('en')} codings`;

function describeCode(read: ReadHandle, id: number): string {
  const code = findCode(read, id);
  return code?.itemRef ?? `“${code?.name ?? ''}”`;
}

/** Over the port an absent property may arrive as undefined, which must not overwrite anything. */
function withoutUndefined<T extends object>(change: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  // Only entries whose value is defined are left, which is what the type says.
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

function listCodesWithCounts(read: ReadHandle, coderIds?: readonly number[]) {
  const codes = listCodes(read);
  const groups = listItemGroups(read);
  const trails = listTrails(codes, groups);
  const usage = new Map(listCodeUsage(read, coderIds).map((row) => [row.codeId, row]));
  const persons = listPersonsByCode(read, coderIds);
  return codes.map((code) => {
    const group = groups.get(code.itemRef ?? '');
    return {
      ...code,
      group: group?.group ?? null,
      groupIndex: group?.groupIndex ?? null,
      trail: trails.get(code.id) ?? [],
      codings: usage.get(code.id)?.codings ?? 0,
      excerpts: usage.get(code.id)?.excerpts ?? 0,
      transcripts: usage.get(code.id)?.transcripts ?? 0,
      persons: persons.get(code.id) ?? 0,
    };
  });
}
