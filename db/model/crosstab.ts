/** What stands in the columns of a table of codes. */
export const crosstabKinds = ['transcript', 'company', 'practitioner', 'technique', 'role'] as const;
export type CrosstabKind = (typeof crosstabKinds)[number];

/** What is counted, each once: excerpts, or practitioners whose words they cover. */
export const crosstabCounts = ['excerpts', 'persons'] as const;
export type CrosstabCount = (typeof crosstabCounts)[number];

/** How a count is shown: as it is, or as a share of its row's, its column's or the table's total. */
export const crosstabShares = ['number', 'row', 'column', 'table'] as const;
export type CrosstabShare = (typeof crosstabShares)[number];

/** The order of rows or columns: that of the study, by name, or the largest total first. */
export const crosstabOrders = ['study', 'name', 'total'] as const;
export type CrosstabOrder = (typeof crosstabOrders)[number];

/** How a table is shown; it changes nothing of what was counted. */
export type CrosstabView = {
  share: CrosstabShare;
  rows: CrosstabOrder;
  columns: CrosstabOrder;
  hidesEmpty: boolean;
};

/** A table of counts: in each row the positions of the columns that are not zero, and their counts. */
export type Crosstab = {
  columns: CrosstabColumn[];
  rows: CrosstabRow[];
  /** All that was counted in the table, each once: not the sum of rows or columns. */
  total: number;
};

/** `id` is that of the transcript, company, practitioner or technique; a role has its position. */
export type CrosstabColumn = { id: number; label: string; detail: string; total: number };

export type CrosstabRow = { codeId: number; total: number; at: number[]; counts: number[] };

/** Code × code: in each row the positions of the codes it meets, how often, and the c-coefficients. */
export type CoOccurrence = { rows: (CrosstabRow & { coefficients: number[] })[] };
