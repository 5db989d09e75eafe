import type { Span } from '../../../db/model/span.ts';
import type { TableCells } from '../documents/story-writer.ts';
import type { HtmlComments } from './comments.ts';
import type { OpenElements } from './elements.ts';
import type { HtmlLines } from './lines.ts';
import type { HtmlLists } from './lists.ts';
import type { HtmlStyle } from './styles.ts';
import type { HtmlTables } from './tables.ts';

/** What was met besides text: counts of what is left out. */
export type HtmlFindings = { scripts: number; hidden: number; deletions: number; pictures: number };

/** The text of a web page. Offsets are UTF-16 units; behind `speechEnd` stand its footnotes. */
export type HtmlText = {
  text: string;
  boldHeads: Span[];
  speechEnd: number;
  tables: TableCells[];
  findings: HtmlFindings;
  comments: HtmlComments;
};

/** A tag with its attributes by name. */
export type Tag = { tagName: string; attributes: ReadonlyMap<string, string> };

/** A page that is being read, tag by tag. */
export type Page = {
  elements: OpenElements;
  lines: HtmlLines;
  lists: HtmlLists;
  tables: HtmlTables;
  styles: Map<string, HtmlStyle>;
  /** Whether a line end that comes now is the one that stands behind `<pre>`, which browsers do not show. */
  isAfterPre: boolean;
  findings: HtmlFindings;
  comments: HtmlComments;
  /** Where notes begin, and where the last of the elements that hold them ended. */
  notes: { start: number; end: number } | undefined;
};
