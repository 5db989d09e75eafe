import type { Story } from '../documents/story-writer.ts';
import { readXml, type XmlElement, type XmlSource } from '../documents/xml-events.ts';
import { closeElement, openElement, writeText } from './body.ts';
import { createPlace, type WordContext } from './place.ts';

/** A part of the document by itself: the body, a note, a comment. `author` and the rest are a comment's. */
export type WordStory = Story & { id: string; author: string; date: string | null; paragraphId: string };

/**
 * Reads the text of a part of a Word document: paragraphs and line breaks end lines, tabs are kept, list items begin
 * with their mark, cells of a row are separated by tabs. What reviewers deleted is out, what they inserted is in.
 * `container` is the element whose contents are a story: `w:body`, `w:footnote`, `w:comment`.
 */
export function readWordStories(source: XmlSource, container: string, context: WordContext): WordStory[] {
  const stories: WordStory[] = [];
  let reader = createPlace(context);
  let head: Omit<WordStory, keyof Story> | undefined;
  readXml(source, {
    open(element) {
      if (element.name === container) {
        head = toHead(element);
        reader = createPlace(context);
      } else if (head !== undefined) {
        if (element.name === 'w:p') head.paragraphId = element.find('w14:paraId') ?? head.paragraphId;
        openElement(reader, element);
      }
    },
    close(name) {
      if (head === undefined) return;
      if (name !== container) return closeElement(reader, name);
      stories.push({ ...reader.writer.finish(), ...head });
      head = undefined;
    },
    text(text) {
      if (head !== undefined) writeText(reader, text);
    },
  });
  return stories;
}

function toHead({ find }: XmlElement): Omit<WordStory, keyof Story> {
  const date = find('w:date') ?? null;
  return { id: find('w:id') ?? '', author: find('w:author') ?? '', date, paragraphId: '' };
}
