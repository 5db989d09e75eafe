import { create } from 'zustand';
import type { MemoFilter } from '../../electron/ipc/contract/memos.ts';

export type ChosenFilter = Omit<MemoFilter, 'coderIds'>;

/** Which memo is open; the key stays when a new one gets its id. */
export type OpenMemo = { key: string; id: number | null };

type MemosView = {
  filter: ChosenFilter;
  open: OpenMemo | null;
  narrow(filter: ChosenFilter): void;
  show(id: number): void;
  begin(): void;
  noteCreated(id: number): void;
  close(): void;
};

let begun = 0;

/** What the screen of memos shows; kept while the researcher looks at other screens. */
export const useMemosView = create<MemosView>()((set) => ({
  filter: { order: 'changed' },
  open: null,
  narrow: (filter) => set({ filter }),
  show: (id) => set({ open: { key: `memo ${id}`, id } }),
  begin: () => {
    begun += 1;
    set({ open: { key: `begun ${begun}`, id: null } });
  },
  noteCreated: (id) => set(({ open }) => ({ open: open && { ...open, id } })),
  close: () => set({ open: null }),
}));

/** Whether anything but the order narrows the list. */
export function isNarrowed({ order: _, ...choices }: ChosenFilter): boolean {
  return Object.values(choices).some((choice) => choice !== undefined && choice !== '');
}
