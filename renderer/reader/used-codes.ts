import { create } from 'zustand';
import { persist } from 'zustand/middleware';

type CodesOfStudy = { pinned: number[]; recent: number[] };

type UsedCodes = {
  studies: Record<string, CodesOfStudy>;
  use(study: string, codeId: number): void;
  togglePin(study: string, codeId: number): void;
};

const none: CodesOfStudy = { pinned: [], recent: [] };

/** Which codes were pinned and used last in each study, kept on this computer: they are habits, not data. */
export const useUsedCodes = create<UsedCodes>()(
  persist(
    (set) => ({
      studies: {},
      use: (study, codeId) =>
        set(({ studies }) => {
          const { pinned, recent } = studies[study] ?? none;
          const next = [codeId, ...recent.filter((id) => id !== codeId)].slice(0, 20);
          return { studies: { ...studies, [study]: { pinned, recent: next } } };
        }),
      togglePin: (study, codeId) =>
        set(({ studies }) => {
          const { pinned, recent } = studies[study] ?? none;
          const next = pinned.includes(codeId)
            ? pinned.filter((id) => id !== codeId)
            : [...pinned, codeId].slice(-9);
          return { studies: { ...studies, [study]: { pinned: next, recent } } };
        }),
    }),
    { name: 'casebench:used-codes' },
  ),
);

/** Returns the pinned codes of a study; the same list whatever else is used. */
export const usePinnedCodes = (study: string): readonly number[] =>
  useUsedCodes(({ studies }) => (studies[study] ?? none).pinned);

/** Returns the pinned and recent codes of a study; the same object as long as nothing changed. */
export const useCodesOfStudy = (study: string): CodesOfStudy =>
  useUsedCodes(({ studies }) => studies[study] ?? none);
