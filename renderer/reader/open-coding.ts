import { create } from 'zustand';
import { persist } from 'zustand/middleware';

type OpenCoding = { studies: Record<string, boolean>; toggle(study: string): void };

/**
 * In which studies every selection asks for a code at once, a new one first. Kept on this computer: it is a way to work, no
 * fact of the study.
 */
export const useOpenCoding = create<OpenCoding>()(
  persist(
    (set) => ({
      studies: {},
      toggle: (study) => set(({ studies }) => ({ studies: { ...studies, [study]: !studies[study] } })),
    }),
    { name: 'casebench:open-coding' },
  ),
);

export const useIsOpenCoding = (study: string): boolean =>
  useOpenCoding(({ studies }) => studies[study] ?? false);
