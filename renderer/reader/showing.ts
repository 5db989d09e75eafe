import { create } from 'zustand';
import type { Showing } from './shown-codings.ts';

type State = { showing: Showing; show(showing: Showing): void };

/** Which codings the reader shows. Not kept: whoever comes back tomorrow should not miss codings she has hidden. */
export const useShowing = create<State>()((set) => ({
  showing: { kind: 'all' },
  show: (showing) => set({ showing }),
}));
