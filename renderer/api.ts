import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { CasebenchBridge } from '../electron/ipc/contract/bridge.ts';
import type { Contract } from '../electron/ipc/contract/contract.ts';

declare global {
  interface Window {
    casebench: CasebenchBridge;
  }
}

export type StudyApi = ContractRouterClient<Contract>;

/** Returns a typed client of the study service at the other end of the port. */
export function connectToStudy(port: MessagePort): StudyApi {
  port.start();
  return createORPCClient(new RPCLink({ port }));
}

let connected: StudyApi | undefined;

/** Makes the client known to the whole window; called once, before a screen of the study is shown. */
export function setStudyApi(api: StudyApi): void {
  connected = api;
}

/** Returns the client of the open study. Throws when no study is open: such a screen must not be shown. */
export function getStudyApi(): StudyApi {
  if (!connected) throw new Error('No study is open in this window.');
  return connected;
}

/** Returns the sentence of an error for people. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
