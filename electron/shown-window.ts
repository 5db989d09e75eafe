import type { BrowserWindow } from 'electron';
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

/** Brings a window to the front. */
export function focus(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}
