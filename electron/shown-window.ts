import type { BrowserWindow } from 'electron';
import { finishChannel, finishedChannel, finishingChannel } from './ipc/contract/bridge.ts';
import type { StudyProcess } from './study-process.ts';

type HistoryLabels = { undo: string | null; redo: string | null };
/** A study that is open, and the process that keeps it. */
export type OpenStudy = { path: string; name: string; history: HistoryLabels; process: StudyProcess };

/** A window and what it shows. */
export type Shown = {
  window: BrowserWindow;
  study: OpenStudy | null;
  /** What a study that the window was made for has come to; the page waits for it. */
  opening: Promise<unknown>;
  problem: string | null;
  /** The page has been told what to show, so a change needs a new load. */
  isTold: boolean;
  isClosing: boolean;
};

/** A page is loaded anew for each study, so that nothing of the former one remains. */
export function reload(shown: Shown): void {
  shown.isTold = false;
  shown.window.webContents.reload();
}

/** Tells a page something, if its window is still there. */
export function send(window: BrowserWindow | null, channel: string, said: unknown): void {
  if (window && !window.isDestroyed()) window.webContents.send(channel, said);
}

/** How long a page is waited for, in milliseconds: one that does not move, and one that says it is saving. */
const stillTime = 2000;
const savingTime = 20_000;

/**
 * Lets the page save what somebody is typing; a page that does not answer in time is not waited for. Returns whether the
 * window is to stay, because something has to be decided first.
 */
export async function letFinish({ window, study }: Shown): Promise<boolean> {
  const page = window.webContents;
  if (study === null || study.process.hasEnded || page.isCrashed()) return false;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  let timer = setTimeout(() => resolve(false), stillTime);
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => resolve(false), savingTime);
  };
  const hear = (_event: unknown, isStaying: unknown) => resolve(isStaying === true);
  page.ipc.once(finishingChannel, wait);
  page.ipc.once(finishedChannel, hear);
  page.send(finishChannel);
  const isStaying = await promise;
  clearTimeout(timer);
  page.ipc.off(finishingChannel, wait);
  page.ipc.off(finishedChannel, hear);
  return isStaying;
}

/** Brings a window to the front. */
export function focus(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}
