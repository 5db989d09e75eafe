import { RPCHandler } from '@orpc/server/message-port';
import type { MessagePortMain } from 'electron';
import { openStudy, type Study } from '../db/study.ts';
import { ensureCoder, findCoder } from '../db/tables/coders.ts';
import { getStudyRow } from '../db/tables/studies.ts';
import { makeStudy } from './import/make-study.ts';
import { makeSampleStudy } from './import/sample-study.ts';
import { router } from './ipc/handlers/router.ts';
import { type NumberedRequest, numberedRequestSchema, type ServiceReport } from './ipc/service-messages.ts';
import { type ResourceFolders, resourceFolders } from './resource-folders.ts';
import { keepIndexed } from './search/keep-indexed.ts';

/**
 * The process that owns one open study: its SQLite file, import, analysis and export. Main tells it what to
 * open; the page asks it over a message port of its own, which main hands over once.
 */

const folders: ResourceFolders = resourceFolders();
const handler = new RPCHandler(router);
let study: Study | undefined;

/** How often to look whether another program has written to the study, in milliseconds. */
const lookForWritesEvery = 1000;
setInterval(() => study?.noticeForeignWrites(), lookForWritesEvery);

process.parentPort.on('message', ({ data, ports }) => {
  const request = numberedRequestSchema.parse(data);
  answer(request, ports).catch((error: unknown) => {
    tell({ kind: 'answer', request: request.request, ok: false, message: messageOf(error) });
  });
});

async function answer(request: NumberedRequest, ports: readonly MessagePortMain[]): Promise<void> {
  await carryOut(request, ports);
  tell({ kind: 'answer', request: request.request, ok: true });
}

async function carryOut(request: NumberedRequest, ports: readonly MessagePortMain[]): Promise<void> {
  switch (request.kind) {
    case 'open':
      return show(withCoder(openStudy(request.path), request.coder));
    case 'create':
      return show(makeStudy(request.path, { ...request, schemesFolder: folders.schemes }));
    case 'sample':
      return show(
        await makeSampleStudy(request.path, folders.schemes, ({ done, total }) =>
          tell({ kind: 'progress', request: request.request, done, total }),
        ),
      );
    case 'saveAs':
      // A copy of half an import would be a study that nobody has.
      await getOpenStudy().whenFree();
      return continueWithCopy(getOpenStudy(), request.path);
    case 'connect':
      return connect(getOpenStudy(), ports);
    case 'close':
      study?.close();
      study = undefined;
  }
}

function show(opened: Study): void {
  study = opened;
  opened.onChange(({ tables, history }) => {
    tell({ kind: 'history', ...history });
    if (tables.includes('study')) tellTitle(opened);
  });
  tell({ kind: 'history', ...opened.history });
  tellTitle(opened);
  keepIndexed(opened);
}

/** The page has a port to the study that was open; it gets a new one to the copy. */
function continueWithCopy(former: Study, path: string): void {
  former.copyTo(path);
  former.close();
  show(openStudy(path));
}

function connect(open: Study, ports: readonly MessagePortMain[]): void {
  const [port] = ports;
  if (!port) throw new Error('The message port is missing.');
  handler.upgrade(port, { context: { study: open, folders } });
  port.start();
}

function withCoder(opened: Study, coder: string | undefined): Study {
  if (coder && !opened.isReadOnly && !findCoder(opened.read, coder)) {
    opened.transact({ label: `Add coder ${coder}` }, (write) => ensureCoder(write, coder));
  }
  return opened;
}

function getOpenStudy(): Study {
  if (!study) throw new Error('No study is open.');
  return study;
}

function tellTitle(opened: Study): void {
  tell({ kind: 'title', name: getStudyRow(opened.read).name });
}

function tell(report: ServiceReport): void {
  process.parentPort.postMessage(report);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
