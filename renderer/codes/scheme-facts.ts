import { listSchemeItems, type Scheme } from '../../db/model/scheme.ts';

/** What the scheme says of one of its items, besides name and definition. */
export type SchemeFacts = {
  /** Pipeline or stage in words, with what the scheme says of it. */
  group: { name: string; texts: { label: string; text: string }[] };
  /** Works the item rests on, written as in a list of references. */
  references: { id: string; text: string }[];
  /** Activities whose evidence bears on a precondition, or preconditions that an activity bears on. */
  related: { label: string; titles: string[] } | null;
};

/** Returns what the scheme says of an item, or undefined when it has none of this id. */
export function findSchemeFacts(scheme: Scheme, itemRef: string): SchemeFacts | undefined {
  const pipeline = scheme.pipelines.find(({ activities }) => activities.some(({ id }) => id === itemRef));
  const stage = scheme.stages.find(({ preconditions }) => preconditions.some(({ id }) => id === itemRef));
  const item = [...(pipeline?.activities ?? []), ...(stage?.preconditions ?? [])].find(
    ({ id }) => id === itemRef,
  );
  if (!item) return undefined;
  const texts = pipeline
    ? [{ label: '', text: pipeline.definition }]
    : [
        { label: 'Becomes', text: stage?.becomes ?? '' },
        { label: 'Before', text: stage?.before ?? '' },
        { label: 'After', text: stage?.after ?? '' },
      ];
  return {
    group: {
      name: pipeline?.name ?? `Stage ${stage?.number}: ${stage?.name}`,
      texts: texts.filter(({ text }) => text !== ''),
    },
    references: item.references.map((id) => ({ id, text: describeReference(scheme, id) })),
    related: findRelated(scheme, itemRef, pipeline !== undefined),
  };
}

function describeReference(scheme: Scheme, id: string): string {
  const reference = scheme.references.find((candidate) => candidate.id === id);
  if (!reference) return '';
  const { authors, year, title, source, url } = reference;
  const who = [authors, year === undefined ? '' : `(${year})`].filter(Boolean).join(' ');
  const words = [who, title, source].filter(Boolean).map((part) => (/[.?!]$/.test(part) ? part : `${part}.`));
  return [...words, url].filter(Boolean).join(' ');
}

function findRelated(scheme: Scheme, itemRef: string, isActivity: boolean): SchemeFacts['related'] {
  const links = scheme.supports?.links ?? [];
  const ids = isActivity
    ? links.filter(({ activities }) => activities.includes(itemRef)).map(({ precondition }) => precondition)
    : (links.find(({ precondition }) => precondition === itemRef)?.activities ?? []);
  if (ids.length === 0) return null;
  const names = new Map(listSchemeItems(scheme).map(({ id, name }) => [id, `${id} ${name}`]));
  return {
    label: isActivity ? 'Bears on' : 'Activities that bear on it',
    titles: ids.map((id) => names.get(id) ?? id),
  };
}
