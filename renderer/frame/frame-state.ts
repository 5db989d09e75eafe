import { create } from 'zustand';
import type { HistoryState } from '../../electron/ipc/contract/study.ts';

type Frame = {
  /** Labels of the steps that undo and redo would act on. */
  history: HistoryState;
  /** What the status bar said last, such as which step was undone. */
  said: string;
  isMakingStudy: boolean;
  areShortcutsShown: boolean;
  /** Why the study cannot be worked on any more; null while its service runs. */
  ended: string | null;
  setHistory(history: HistoryState): void;
  say(said: string): void;
  setMakingStudy(isMakingStudy: boolean): void;
  showShortcuts(areShortcutsShown: boolean): void;
  noteEnd(ended: string): void;
};

/** What the frame of the window knows beyond the study itself. */
export const useFrame = create<Frame>()((set) => ({
  history: { undo: null, redo: null },
  said: '',
  isMakingStudy: false,
  areShortcutsShown: false,
  ended: null,
  setHistory: (history) => set({ history }),
  say: (said) => set({ said }),
  setMakingStudy: (isMakingStudy) => set({ isMakingStudy }),
  showShortcuts: (areShortcutsShown) => set({ areShortcutsShown }),
  noteEnd: (ended) => set({ ended }),
}));
