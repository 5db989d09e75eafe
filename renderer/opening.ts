import { create } from 'zustand';
import { studyPortMessage } from '../electron/ipc/contract/bridge.ts';
import { connectToStudy, messageOf, type StudyApi, setStudyApi } from './api.ts';

/** What this window shows: the welcome, with a sentence about what went wrong before, or a study. */
export type Opened = { kind: 'welcome'; problem: string | null } | { kind: 'study'; api: StudyApi };

/** Empty until main has said what this window is for. */
export const useOpened = create<{ opened: Opened | undefined }>()(() => ({ opened: undefined }));

/**
 * Asks main what to show and, for a study, connects to its service. Asked at each load of the page, and again
 * when the study goes on in another file.
 */
export async function openWindow(): Promise<void> {
  try {
    useOpened.setState({ opened: await askMain() });
  } catch (error) {
    useOpened.setState({ opened: { kind: 'welcome', problem: messageOf(error) } });
  }
}

async function askMain(): Promise<Opened> {
  const arrival = waitForPort();
  const shown = await window.casebench.whatToShow();
  if (shown.kind === 'welcome') return shown;
  const api = connectToStudy(await arrival);
  setStudyApi(api);
  return { kind: 'study', api };
}

/** Only the preload of this very window may hand in a port; listening starts before anybody asks for one. */
function waitForPort(): Promise<MessagePort> {
  return new Promise((resolve) => {
    const listen = (event: MessageEvent) => {
      const [port] = event.ports;
      if (event.source !== window || event.data !== studyPortMessage || !port) return;
      window.removeEventListener('message', listen);
      resolve(port);
    };
    window.addEventListener('message', listen);
  });
}
