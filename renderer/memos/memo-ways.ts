import type { MemoAbout } from '../../electron/ipc/contract/memos.ts';

/** What the frame, which knows every screen, does for memos. */
export type MemoWays = {
  /** Shows the thing that a memo is on, where it stands. */
  leadTo(about: MemoAbout): void;
  /** The coding that is selected in the reader. */
  getSelectedCoding(): number | null;
};
