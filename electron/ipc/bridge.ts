import { BrowserWindow, type IpcMainInvokeEvent, ipcMain, type WebFrameMain } from 'electron';
import type { z } from 'zod';
import { isOwnAddress } from '../protocol.ts';
import { bridgeArguments } from './bridge-arguments.ts';
import { type BridgeCall, bridgeCalls, type CasebenchBridge, channelOf } from './contract/bridge.ts';

/** Who asks: a window of the program and the page in it. */
export type Caller = { window: BrowserWindow; frame: WebFrameMain };

/** What main does for each call; the arguments have been checked when a handler runs. */
export type BridgeHandlers = {
  [Call in BridgeCall]: (
    caller: Caller,
    ...given: Parameters<CasebenchBridge[Call]>
  ) => ReturnType<CasebenchBridge[Call]> | Awaited<ReturnType<CasebenchBridge[Call]>>;
};

/** Answers the calls of the pages. Each call is refused unless it comes from the program's own page, unframed. */
export function answerBridge(
  handlers: BridgeHandlers,
  isOwnWindow: (window: BrowserWindow) => boolean,
): void {
  for (const call of bridgeCalls) answerCall(call, handlers, isOwnWindow);
}

function answerCall<Call extends BridgeCall>(
  call: Call,
  handlers: BridgeHandlers,
  isOwnWindow: (window: BrowserWindow) => boolean,
): void {
  const schema: z.ZodType<Parameters<CasebenchBridge[Call]>> = bridgeArguments[call];
  ipcMain.handle(channelOf(call), (event, ...given: unknown[]) => {
    const caller = findCaller(event);
    if (!caller || !isOwnWindow(caller.window)) throw new Error(`${call} was called by a foreign page.`);
    const checked = schema.safeParse(given);
    if (!checked.success)
      throw new Error(`${call} was called with wrong arguments: ${checked.error.message}`);
    return handlers[call](caller, ...checked.data);
  });
}

function findCaller({ sender, senderFrame: frame }: IpcMainInvokeEvent): Caller | undefined {
  const window = BrowserWindow.fromWebContents(sender);
  if (!window || !frame || frame.parent !== null || !isOwnAddress(frame.url)) return undefined;
  return { window, frame };
}
