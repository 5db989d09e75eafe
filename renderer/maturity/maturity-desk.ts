import { create } from 'zustand';

export const maturityParts = ['rating', 'placement', 'figure', 'checks'] as const;
export type MaturityPart = (typeof maturityParts)[number];

type MaturityDesk = {
  part: MaturityPart;
  /** The company chosen last; null until one is chosen, then the first one is meant. */
  companyId: number | null;
  itemRef: string | null;
  showPart(part: MaturityPart): void;
  chooseCompany(companyId: number): void;
  choosePrecondition(itemRef: string): void;
  /** Shows the rating of one precondition in one company. */
  openRating(companyId: number, itemRef: string): void;
};

/** Where the researcher is on the maturity screen; kept while she looks at other screens. */
export const useMaturityDesk = create<MaturityDesk>()((set) => ({
  part: 'rating',
  companyId: null,
  itemRef: null,
  showPart: (part) => set({ part }),
  chooseCompany: (companyId) => set({ companyId }),
  choosePrecondition: (itemRef) => set({ itemRef }),
  openRating: (companyId, itemRef) => set({ part: 'rating', companyId, itemRef }),
}));
