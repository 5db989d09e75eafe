import { type Context, toContext, toKeyAfter, toKeyBefore } from '../../db/model/search/kwic.ts';
import type { Span } from '../../db/model/span.ts';
import {
  findSearchedText,
  listTurnSpeakers,
  type PackedTurns,
  type SearchedText,
  type TurnSpeaker,
} from '../../db/search.ts';
import type { Study } from '../../db/study.ts';
import { listParticipants, type ParticipantRow } from '../../db/tables/participants.ts';
import { giveWay } from '../import/give-way.ts';
import type { SearchRow, SearchSort } from '../ipc/contract/search.ts';
import type { Hit } from './hit-list.ts';
import type { SearchRun } from './search-run.ts';
import { TurnWalk } from './turn-scope.ts';

/** Texts of the rows shown last; a page touches few when it is sorted by place. */
const textsKept = 40;
/** How long others wait at most, in milliseconds. */
const longestSlice = 12;

type Opened = { text: string; turns: PackedTurns; speakers: TurnSpeaker[] | undefined };

/** Turns the hits of a search into rows, page by page, in the order that is wished for. */
export class SearchRows {
  private readonly study: Study;
  private readonly run: SearchRun;
  private readonly opened = new Map<number, Opened>();
  private readonly orders = new Map<SearchSort, Int32Array>();
  private people: Map<number, ParticipantRow> | undefined;

  constructor(study: Study, run: SearchRun) {
    this.study = study;
    this.run = run;
  }

  /** Returns some rows. Sorted otherwise than by place, all contexts are read first, in slices. */
  async page(sort: SearchSort, from: number, count: number): Promise<SearchRow[]> {
    const order = await this.getOrder(sort);
    const end = Math.min(this.run.hits.length, from + count);
    const rows: SearchRow[] = [];
    for (let place = from; place < end; place++) rows.push(this.toRow(order?.[place] ?? place));
    return rows;
  }

  private async getOrder(sort: SearchSort): Promise<Int32Array | undefined> {
    if (sort === 'place') return undefined;
    const known = this.orders.get(sort);
    if (known?.length === this.run.hits.length) return known;
    const order = sort === 'participant' ? await this.sortByParticipant() : await this.sortByContext(sort);
    this.orders.set(sort, order);
    return order;
  }

  private async sortByContext(side: 'before' | 'after'): Promise<Int32Array> {
    const keys = await this.listKeys((hit) => {
      const { text, bounds } = this.locate(hit);
      return side === 'before' ? toKeyBefore(text, hit.start, bounds) : toKeyAfter(text, hit.end, bounds);
    });
    return sortIndexes(keys, (left, right) => (left < right ? -1 : left > right ? 1 : 0));
  }

  /** Those of nobody known come last, P2 before P10. */
  private async sortByParticipant(): Promise<Int32Array> {
    const labels = [...this.getPeople().values()].sort((left, right) =>
      left.label.localeCompare(right.label, 'en', { numeric: true }),
    );
    const ranks = new Map(labels.map(({ id }, rank) => [id, rank]));
    const keys = await this.listKeys((hit) => {
      return ranks.get(this.findSpeaker(hit)?.participantId ?? -1) ?? labels.length;
    });
    return sortIndexes(keys, (left, right) => left - right);
  }

  /** Goes through the hits by place, so that each text is read once; in slices. */
  private async listKeys<Key>(toKey: (hit: Hit) => Key): Promise<Key[]> {
    const keys: Key[] = [];
    let begin = performance.now();
    for (let index = 0; index < this.run.hits.length; index++) {
      keys.push(toKey(this.run.hits.get(index)));
      if (performance.now() - begin < longestSlice) continue;
      await giveWay();
      begin = performance.now();
    }
    return keys;
  }

  private toRow(index: number): SearchRow {
    const hit = this.run.hits.get(index);
    const { source, text, bounds } = this.locate(hit);
    const speaker = this.findSpeaker(hit);
    const { before, hit: words, after, isRightToLeft }: Context = toContext(text, hit, bounds);
    const person = this.getPeople().get(speaker?.participantId ?? -1);
    return {
      hit: index,
      ...{ kind: source.kind, id: source.id, field: source.field, title: source.title },
      ...{ company: source.company, technique: source.technique },
      ...{ before, words, after, isRightToLeft },
      participant: person?.label ?? null,
      role: person?.role ?? null,
      isInterviewer: speaker?.isInterviewer ?? false,
      turn: hit.turn === -1 ? null : hit.turn + 1,
      place: toPlace(source, hit),
      about: source.about === null || source.about.on === 'passage' ? null : source.about,
    };
  }

  /** Returns the text of a hit, and the part of the text that is its context: the words of its turn, or all. */
  locate(hit: Hit): { source: SearchedText; text: string; bounds: Span } {
    const source = this.run.sources[hit.source];
    if (source === undefined) throw new RangeError(`There is no text ${hit.source}.`);
    const { text, turns } = this.open(hit.source, source);
    const bounds = hit.turn === -1 ? { start: 0, end: text.length } : new TurnWalk(turns).wordsOf(hit.turn);
    return { source, text, bounds };
  }

  /** Read only where it is asked who speaks. */
  private findSpeaker(hit: Hit): TurnSpeaker | undefined {
    const source = this.run.sources[hit.source];
    if (source === undefined || hit.turn === -1) return undefined;
    const opened = this.open(hit.source, source);
    opened.speakers ??= listTurnSpeakers(this.study.read, source.id);
    return opened.speakers[hit.turn];
  }

  private open(number: number, source: SearchedText): Opened {
    const known = this.opened.get(number);
    if (known) return known;
    const { read } = this.study;
    const found = source.text === null ? findSearchedText(read, source.id) : undefined;
    const opened: Opened = {
      text: source.text ?? '',
      turns: new Int32Array(),
      ...found,
      speakers: undefined,
    };
    if (this.opened.size === textsKept) this.opened.delete(this.opened.keys().next().value ?? -1);
    this.opened.set(number, opened);
    return opened;
  }

  private getPeople(): Map<number, ParticipantRow> {
    this.people ??= new Map(listParticipants(this.study.read).map((person) => [person.id, person]));
    return this.people;
  }
}

/** Equal keys stay in the order of places. */
function sortIndexes<Key>(keys: readonly Key[], compare: (left: Key, right: Key) => number): Int32Array {
  const entries = keys.map((key, index) => ({ key, index }));
  entries.sort((left, right) => compare(left.key, right.key));
  return Int32Array.from(entries, ({ index }) => index);
}

function toPlace(source: SearchedText, hit: Hit): SearchRow['place'] {
  const { transcriptId, start, end } = source;
  if (transcriptId === null) return null;
  if (source.kind === 'transcript') return { transcriptId, start: hit.start, end: hit.end };
  return start === null || end === null ? null : { transcriptId, start, end };
}
