import { type PassageExtent, toPassage } from '../../db/model/search/passages.ts';
import type { Span } from '../../db/model/span.ts';
import { listCodedSpans, listTurnsOf, type TurnsWish } from '../../db/passages.ts';
import { findSearchedText, listTurnSpeakers } from '../../db/search.ts';
import type { Study } from '../../db/study.ts';
import { listParticipants } from '../../db/tables/participants.ts';
import { getTranscript } from '../../db/tables/transcripts.ts';
import { giveWay } from '../import/give-way.ts';
import type { PassageRow } from '../ipc/contract/auto-code.ts';
import { type KeptSearch, SearchGoneError } from './searches.ts';
import { TurnWalk } from './turn-scope.ts';

/** Passages that may be coded at once, in the order of transcripts and text. */
export type Passage = Span & { transcriptId: number };

type PassageList = { passages: Passage[]; isStale: boolean };

/** How many lists are kept: a preview makes a new one whenever the extent of passages changes. */
const listsKept = 4;
const longestSlice = 12;
const shownWords = 400;

class PassageLists {
  private readonly kept = new Map<number, PassageList>();
  private last = 0;

  constructor(study: Study) {
    study.onChange(({ tables }) => {
      if (!tables.includes('transcripts') && !tables.includes('turns')) return;
      for (const list of this.kept.values()) list.isStale = true;
    });
  }

  add(passages: Passage[]): { listId: number; passages: number } {
    this.last += 1;
    for (const id of this.kept.keys()) if (this.kept.size >= listsKept) this.kept.delete(id);
    this.kept.set(this.last, { passages, isStale: false });
    return { listId: this.last, passages: passages.length };
  }

  get(listId: number): Passage[] {
    const list = this.kept.get(listId);
    if (list === undefined || list.isStale)
      throw new SearchGoneError('The transcripts have changed since this list was made: make it once more.');
    return list.passages;
  }
}

const listsOf = new WeakMap<Study, PassageLists>();

function getLists(study: Study): PassageLists {
  const lists = listsOf.get(study) ?? new PassageLists(study);
  listsOf.set(study, lists);
  return lists;
}

/** Returns the passages of a list. Throws a SearchGoneError when texts have changed since it was made. */
export function getPassages(study: Study, listId: number): readonly Passage[] {
  return getLists(study).get(listId);
}

/** Makes the list of passages around the hits of a search; several hits in one passage make one. */
export async function listSearchPassages(study: Study, { run, rows }: KeptSearch, extent: PassageExtent) {
  const passages: Passage[] = [];
  let begin = performance.now();
  for (let index = 0; index < run.hits.length; index++) {
    const hit = run.hits.get(index);
    const { source, text, bounds } = rows.locate(hit);
    if (source.kind !== 'transcript') break;
    const passage = toPassage(text, hit, bounds, extent);
    const last = passages.at(-1);
    const isKnown = last?.transcriptId === source.id && passage && passage.end <= last.end;
    if (passage && !isKnown) passages.push({ transcriptId: source.id, ...passage });
    if (performance.now() - begin < longestSlice) continue;
    await giveWay();
    begin = performance.now();
  }
  return getLists(study).add(passages);
}

/** Makes the list of the words of all turns of a speaker. */
export function listSpeakerPassages(study: Study, wish: TurnsWish) {
  const texts = new Map<number, string>();
  const passages = listTurnsOf(study.read, wish).flatMap(({ transcriptId, start, end }) => {
    const text = texts.get(transcriptId) ?? findSearchedText(study.read, transcriptId)?.text ?? '';
    texts.clear();
    texts.set(transcriptId, text);
    const passage = start < end ? toPassage(text, { start, end }, { start, end }, 'turn') : undefined;
    return passage ? [{ transcriptId, ...passage }] : [];
  });
  return getLists(study).add(passages);
}

/** Returns some passages with their first words and where they are. */
export function pagePassages(study: Study, listId: number, from: number, count: number): PassageRow[] {
  const { read } = study;
  const people = new Map(listParticipants(read).map((person) => [person.id, person.label]));
  const page = getPassages(study, listId).slice(from, from + count);
  const places = page.map((passage, index) => ({ ...passage, index: from + index }));
  return [...Map.groupBy(places, ({ transcriptId }) => transcriptId)].flatMap(
    ([transcriptId, ofTranscript]) => {
      const { name, company } = getTranscript(read, transcriptId);
      const { text = '', turns = new Int32Array() } = findSearchedText(read, transcriptId) ?? {};
      const speakers = listTurnSpeakers(read, transcriptId);
      const walk = new TurnWalk(turns);
      return ofTranscript.map((place) => {
        const turn = walk.find(place.start);
        return {
          ...place,
          transcript: name,
          company,
          participant: people.get(speakers[turn]?.participantId ?? -1) ?? null,
          isInterviewer: speakers[turn]?.isInterviewer ?? false,
          turn: turn === -1 ? null : turn + 1,
          words: toFirstWords(text.slice(place.start, Math.min(place.end, place.start + shownWords)), place),
        };
      });
    },
  );
}

function toFirstWords(words: string, { start, end }: Span): string {
  const line = words.replace(/\s+/gu, ' ');
  return end - start > shownWords ? `${line.replace(/[\ud800-\udbff]$/, '')} …` : line;
}

/** Returns the numbers of the passages that lie within an excerpt on which this coder has put this code. */
export function listCodedPassages(study: Study, listId: number, codeId: number, coderId: number): number[] {
  const coded = listCodedSpans(study.read, codeId, coderId);
  return getPassages(study, listId).flatMap(({ transcriptId, start, end }, index) => {
    const isCoded = coded.get(transcriptId)?.some((span) => span.start <= start && span.end >= end) ?? false;
    return isCoded ? [index] : [];
  });
}
