import { create } from 'zustand';

/** A dialog about codes that is open. */
export type CodeDialog =
  | { kind: 'merge' | 'moveUnder' | 'colour'; ids: readonly number[] }
  | { kind: 'split'; id: number };

/** A name that another code has: who it was meant for (null: a new code), and who has it. */
export type NameClash = { forId: number | null; name: string; ownerId: number };

type CodeDesk = {
  dialog: CodeDialog | null;
  /** A new code is being named; beneath which code it will stand. */
  adding: { parentId: number | null } | null;
  clash: NameClash | null;
  /**
   * The code that the tree is to show and focus; a new object each time. `parentId` is where it will stand once a move
   * has come back from the study (null: at the top of the open codes).
   */
  wanted: { codeId: number; parentId?: number | null } | null;
  /** The last result in words, for people who listen to the screen. */
  said: string;
  openDialog(dialog: CodeDialog): void;
  closeDialog(): void;
  startAdding(parentId: number | null): void;
  stopAdding(): void;
  tellClash(clash: NameClash): void;
  forgetClash(): void;
  showInTree(codeId: number, parentId?: number | null): void;
  say(said: string): void;
};

/** What is going on with the codes on screen; nothing of it belongs to the study. */
export const useCodeDesk = create<CodeDesk>()((set) => ({
  dialog: null,
  adding: null,
  clash: null,
  wanted: null,
  said: '',
  openDialog: (dialog) => set({ dialog }),
  closeDialog: () => set({ dialog: null }),
  startAdding: (parentId) => set({ adding: { parentId }, clash: null }),
  stopAdding: () => set({ adding: null }),
  tellClash: (clash) => set({ clash }),
  forgetClash: () => set({ clash: null }),
  showInTree: (codeId, parentId) =>
    set({ wanted: parentId === undefined ? { codeId } : { codeId, parentId } }),
  say: (said) => set({ said }),
}));
