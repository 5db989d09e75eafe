import { ORPCError } from '@orpc/server';
import { listEvidence } from '../../../db/evidence.ts';
import { statusGlyphs } from '../../../db/model/coding.ts';
import { listSchemeItems } from '../../../db/model/scheme.ts';
import { listPersonsByCode } from '../../../db/persons.ts';
import type { ReadHandle } from '../../../db/sql.ts';
import {
  deleteCode,
  ensureOpenCode,
  findCode,
  insertOpenCode,
  listCodes,
  listCodeUsage,
  updateCode,
} from '../../../db/tables/codes.ts';
import {
  applyCode,
  deleteCoding,
  getCoding,
  resizeCoding,
  updateCoding,
} from '../../../db/tables/codings.ts';
import { getScheme } from '../../../db/tables/schemes.ts';
import type { Coding } from '../contract/transcripts.ts';
import { service } from './service.ts';

export const codeHandlers = {
  code: {
    list: service.code.list.handler(({ context: { study }, input }) =>
      listCodesWithCounts(study.read, input?.coderIds),
    ),
    create: service.code.create.handler(({ context: { study }, input }) => ({
      id: study.transact({ label: `New code ${input.name}` }, (write) => insertOpenCode(write, input)),
    })),
    update: service.code.update.handler(({ context: { study }, input }) => {
      study.transact({ label: `Change code ${input.name}` }, (write) => updateCode(write, input));
    }),
    delete: service.code.delete.handler(({ context: { study }, input: { id } }) => {
      const code = findCode(study.read, id);
      if (code && code.kind !== 'open') {
        throw new ORPCError('CONFLICT', {
          message: 'An item of the scheme stays in the study; only open codes are deleted.',
        });
      }
      study.transact({ label: `Delete code ${code?.name ?? ''}`.trim() }, (write) => deleteCode(write, id));
    }),
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
    }),
    resize: service.coding.resize.handler(({ context: { study }, input: { id, start, end } }) => {
      study.transact({ label: 'Move the boundaries of a coding' }, (write) =>
        resizeCoding(write, id, { start, end }),
      );
    }),
    delete: service.coding.delete.handler(({ context: { study }, input: { id } }) => {
      const label = `Remove coding ${describeCode(study.read, getCoding(study.read, id).codeId)}`;
      study.transact({ label }, (write) => deleteCoding(write, id));
    }),
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
  const scheme = getScheme(read);
  const groups = new Map(
    listSchemeItems(scheme).map(({ id, groupId, groupName }) => [id, { groupId, groupName }]),
  );
  const groupIndexes = new Map<string, number>([
    ...scheme.pipelines.map(({ id }, index): [string, number] => [id, index]),
    ...scheme.stages.map(({ number }): [string, number] => [`stage-${number}`, number]),
  ]);
  const usage = new Map(listCodeUsage(read, coderIds).map((row) => [row.codeId, row]));
  const persons = listPersonsByCode(read, coderIds);
  return listCodes(read).map((code) => {
    const group = groups.get(code.itemRef ?? '');
    return {
      ...code,
      group: group?.groupName ?? null,
      groupIndex: group ? (groupIndexes.get(group.groupId) ?? null) : null,
      codings: usage.get(code.id)?.codings ?? 0,
      transcripts: usage.get(code.id)?.transcripts ?? 0,
      persons: persons.get(code.id) ?? 0,
    };
  });
}
