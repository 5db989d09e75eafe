/** What stands in a cell of a grid: what one sees, and the same in words. */
export type CellView = {
  content: React.ReactNode;
  label: string;
  /** Step of shading, 0 to 5. */
  heat?: number;
  kind?: CellKind | undefined;
};

/** Totals, heads of groups, a code with itself, and text that is written. */
export type CellKind = 'total' | 'group' | 'own' | 'text' | 'steep';
