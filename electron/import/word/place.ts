import { createStoryWriter, type Story, type StoryWriter } from '../documents/story-writer.ts';
import type { WordNumbering } from './numbering.ts';
import type { WordStyle } from './styles.ts';

/** What the text of a document is read with. `notes` are its footnotes and endnotes by kind and id (`footnote 3`). */
export type WordContext = {
  findStyle(id: string | undefined): WordStyle;
  numbering: WordNumbering;
  notes: ReadonlyMap<string, Story>;
  omitted: Omissions;
};

/** What is not in the text, counted while it is read, and how many hidden passages are. */
export type Omissions = { deletions: number; pictures: number; hidden: number; kinds: Set<string> };

/** A paragraph that is open, with what its properties say. */
export type Paragraph = {
  isStarted: boolean;
  styleId: string | undefined;
  numId: string | undefined;
  level: number | undefined;
  isMarkDeleted: boolean;
  hasPageBreak: boolean;
};
export type Run = {
  isBold: boolean | undefined;
  isHidden: boolean | undefined;
  styleId: string | undefined;
  isWritten: boolean;
};

/** Where a reader is. A text box within a paragraph has a writer and a paragraph of its own: `outer` is around it. */
export type Place = {
  context: WordContext;
  writer: StoryWriter;
  paragraph: Paragraph | undefined;
  run: Run | undefined;
  outer: Pick<Place, 'writer' | 'paragraph' | 'run'>[];
  /** How many elements are open since one whose contents are left out. */
  skipDepth: number;
  isInText: boolean;
  isInParagraphProperties: boolean;
  rows: { isStarted: boolean; isDeleted: boolean }[];
  /** For each shape that is written twice, whether a way of writing it has been taken. */
  alternatives: boolean[];
  /** The fields that are open, with whether their result has begun: before it stands what they are computed from. */
  fields: boolean[];
};

/** Makes the place at the start of a part of a Word document. */
export function createPlace(context: WordContext): Place {
  return {
    context,
    writer: createStoryWriter(),
    paragraph: undefined,
    run: undefined,
    outer: [],
    skipDepth: 0,
    isInText: false,
    isInParagraphProperties: false,
    rows: [],
    alternatives: [],
    fields: [],
  };
}
