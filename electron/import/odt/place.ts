import type { LooseComment } from '../documents/comment-places.ts';
import { createStoryWriter, type StoryWriter } from '../documents/story-writer.ts';
import type { OdtLists } from './lists.ts';
import type { OdtStyles } from './styles.ts';

/** What was met besides text: counts of what is left out, and how many passages were kept that are not shown. */
export type OdtFindings = {
  deletions: number;
  pictures: number;
  objects: number;
  hidden: number;
  comments: LooseComment[];
};

/** A paragraph that is open. `spans` are the bold states of the spans in it, from the outermost. */
export type Paragraph = {
  styleName: string | undefined;
  isHeading: boolean;
  isInShape: boolean;
  isStarted: boolean;
  isAfterSpace: boolean;
  spans: boolean[];
};
/** A text box, note or comment within a paragraph is read by itself: what is around it waits. */
type Frame = { writer: StoryWriter; paragraph: Paragraph | undefined; comment: Draft | undefined };
type Draft = { name: string; author: string; date: string | null };

/** Where the reader of an OpenDocument text is. */
export type OdtPlace = Frame & {
  styles: OdtStyles;
  lists: OdtLists;
  findings: OdtFindings;
  outer: Frame[];
  skipDepth: number;
  /** The part of a comment whose text is being read. */
  field: 'author' | 'date' | undefined;
  /** The deletions by their ids, those that are open, and the change that is being described. */
  changes: { region: string; deletions: Set<string>; open: Set<string> };
  /** How many covered cells belong to a cell before that is several columns wide. */
  covered: number;
};

/** Makes the place at the start of a document's body. */
export function createOdtPlace(styles: OdtStyles, lists: OdtLists): OdtPlace {
  return {
    writer: createStoryWriter(),
    paragraph: undefined,
    comment: undefined,
    styles,
    lists,
    findings: { deletions: 0, pictures: 0, objects: 0, hidden: 0, comments: [] },
    outer: [],
    skipDepth: 0,
    field: undefined,
    changes: { region: '', deletions: new Set(), open: new Set() },
    covered: 0,
  };
}
