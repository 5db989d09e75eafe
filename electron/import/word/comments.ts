import type { LooseComment, Mark } from '../documents/comment-places.ts';
import { readXml, type XmlSource } from '../documents/xml-events.ts';
import type { WordStory } from './text.ts';

/** Makes comments of the parts of a Word document that hold them. */
export function toLooseComments(stories: readonly WordStory[]): LooseComment[] {
  return stories.map(({ id, author, date, text }) => ({ name: id, author, date, text: text.trim() }));
}

/**
 * Returns where comments begin and end by their id. An answer that has no place of its own stands where the comment
 * stands that it answers: `extended` says which that is, by the last paragraph of each.
 */
export function placeAnswers(
  marks: ReadonlyMap<string, Mark>,
  stories: readonly WordStory[],
  extended: XmlSource | undefined,
): Map<string, Mark> {
  const places = new Map(marks);
  const idByParagraph = new Map(stories.map(({ paragraphId, id }) => [paragraphId, id]));
  if (extended === undefined) return places;
  readXml(extended, {
    open({ name, find }) {
      if (name !== 'w15:commentEx') return;
      const own = idByParagraph.get(find('w15:paraId') ?? '');
      const answered = places.get(idByParagraph.get(find('w15:paraIdParent') ?? '') ?? '');
      if (own !== undefined && answered !== undefined && !places.has(own)) places.set(own, answered);
    },
  });
  return places;
}
