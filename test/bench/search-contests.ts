import { join } from 'node:path';
import { indexSlice, listUnindexed } from '../../db/search-index.ts';
import { openStudy, type Study } from '../../db/study.ts';
import { type Course, discard } from './contests.ts';
import * as floor from './floor.ts';
import { type Contest, measure, type Result } from './measure.ts';
import { connect, importFolder, makeEmptyStudy } from './program.ts';

/** Some ten places in every transcript, and a part of many words. */
const frequentWord = 'because';
const part = 'ment';
const screenful = 60;

/** Measures full-text search in a study that holds the whole corpus, with its index of words. */
export async function measureSearch(course: Course): Promise<Result[]> {
  const { corpus, scratch, runs } = course;
  const path = join(scratch, 'search.casebench');
  const empty = makeEmptyStudy(path);
  await importFolder(empty, corpus.folder);
  empty.close();
  const study = openStudy(path);
  const raw = floor.createFloor(join(scratch, 'search.sqlite'));
  floor.importTexts(raw, corpus);
  const results = [
    await measure(
      {
        name: 'search-index',
        runs: 2,
        prepare: () => {
          study.derive((write) =>
            write.run("INSERT INTO transcript_words (transcript_words) VALUES ('delete-all')"),
          );
          raw.exec('DROP TABLE IF EXISTS search');
        },
        program: () => indexAll(study),
        floor: () => floor.indexTexts(raw),
      },
      false,
    ),
  ];
  for (const contest of listContests(study, raw, runs)) results.push(await measure(contest, true));
  discard(study, raw);
  return results;
}

function indexAll(study: Study): void {
  for (let ids = listUnindexed(study.read); ids.length > 0; ids = ids.slice(indexSlice(study, ids)));
}

function listContests(
  study: Study,
  raw: Parameters<typeof floor.findWord>[0],
  runs: number,
): Contest<void>[] {
  const contest = (name: string, program: () => unknown, ofFloor: () => unknown): Contest<void> => ({
    name,
    runs: runs * 2,
    prepare: () => {},
    program,
    floor: ofFloor,
  });
  return [
    contest(
      'search-word-first-hits',
      () => search(study, 'words', frequentWord, true),
      () => floor.findFirst(raw, frequentWord, screenful),
    ),
    contest(
      'search-word-every-hit',
      () => search(study, 'words', frequentWord, false),
      () => floor.findWord(raw, frequentWord),
    ),
    contest(
      'search-substring',
      () => search(study, 'part', part, false),
      () => floor.findPart(raw, part),
    ),
  ];
}

/** Searches as the window does; to the first rows, or to the end. Returns how many hits there are. */
async function search(
  study: Study,
  mode: 'words' | 'part',
  words: string,
  isFirstEnough: boolean,
): Promise<number> {
  let hits = 0;
  const request = { words, mode, isExact: false, kinds: ['transcript' as const] };
  for await (const event of await connect(study).search.run(request)) {
    hits = event.hits;
    if (isFirstEnough && event.kind === 'hits' && event.rows.length > 0) break;
  }
  return hits;
}
