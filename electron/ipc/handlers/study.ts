import { ORPCError } from '@orpc/server';
import { getChosenRule } from '../../../db/placements.ts';
import type { Change } from '../../../db/study.ts';
import { insertCoder, listCoders, renameCoder } from '../../../db/tables/coders.ts';
import { getScheme } from '../../../db/tables/schemes.ts';
import { listSteps } from '../../../db/tables/steps.ts';
import { getStudyRow, renameStudy, setStudyRule } from '../../../db/tables/studies.ts';
import { EventQueue } from '../../event-queue.ts';
import { service } from './service.ts';

export const studyHandlers = {
  study: {
    get: service.study.get.handler(({ context: { study } }) => {
      const { guid, name } = getStudyRow(study.read);
      return {
        guid,
        name,
        path: study.path,
        isReadOnly: study.isReadOnly,
        ruleId: getChosenRule(study.read).id,
        scheme: getScheme(study.read),
        history: study.history,
      };
    }),
    rename: service.study.rename.handler(({ context: { study }, input }) => {
      study.transact({ label: 'Rename the study' }, (write) => renameStudy(write, input.name));
    }),
    setRule: service.study.setRule.handler(({ context: { study }, input }) => {
      if (!getScheme(study.read).rules.some(({ id }) => id === input.ruleId)) {
        throw new ORPCError('BAD_REQUEST', { message: `The scheme has no rule “${input.ruleId}”.` });
      }
      study.transact({ label: 'Choose the stage rule' }, (write) => setStudyRule(write, input.ruleId));
    }),
    changes: service.study.changes.handler(({ context: { study }, signal }) =>
      streamChanges((listener) => study.onChange(listener), signal),
    ),
  },
  history: {
    undo: service.history.undo.handler(({ context: { study } }) => ({ label: study.undo() })),
    redo: service.history.redo.handler(({ context: { study } }) => ({ label: study.redo() })),
    list: service.history.list.handler(({ context: { study } }) => listSteps(study.read)),
  },
  coder: {
    list: service.coder.list.handler(({ context: { study } }) => listCoders(study.read)),
    save: service.coder.save.handler(({ context: { study }, input: { id, name } }) => ({
      id: study.transact({ label: id ? `Rename coder ${name}` : `Add coder ${name}` }, (write) => {
        if (id === undefined) return insertCoder(write, name);
        renameCoder(write, id, name);
        return id;
      }),
    })),
  },
};

/** Turns calls of a listener into a stream, which ends with the signal. */
async function* streamChanges(
  subscribe: (listener: (change: Change) => void) => () => void,
  signal: AbortSignal | undefined,
): AsyncGenerator<Change> {
  const changes = new EventQueue<Change>();
  const unsubscribe = subscribe((change) => changes.add(change));
  const onAbort = () => changes.end();
  signal?.addEventListener('abort', onAbort);
  try {
    if (!signal?.aborted) yield* changes.drain();
  } finally {
    unsubscribe();
    signal?.removeEventListener('abort', onAbort);
  }
}
