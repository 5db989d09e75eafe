import type Database from 'better-sqlite3';
import { type Condition, openQuestion, type RetrievalFilter } from '../../db/model/retrieval.ts';
import type { Study } from '../../db/study.ts';
import * as floor from './floor.ts';
import type { Contest } from './measure.ts';
import { connect } from './program.ts';

/** What one screen of results holds, with some to spare. */
const rowsOfScreen = 50;

/**
 * From a question to its first screen: every id, the counts, and the words of the first rows, as the window asks for
 * them. The floor sorts its codings and cuts the words of as many.
 */
export function listRetrievalContests(
  study: Study,
  raw: Database.Database,
  runs: number,
  codes: { mostUsed: number; mostUsedId: number; otherIds: readonly number[] },
): Contest<void>[] {
  const { retrieval } = connect(study);
  const ask = async (filter: RetrievalFilter, condition: Condition | null) => {
    const question = { ...openQuestion, filter, condition };
    const { ids } = await retrieval.find({ question, grouping: 'code' });
    return retrieval.page({ ids: ids.slice(0, rowsOfScreen) });
  };
  const target = { codes: { ids: [...codes.otherIds], withSubCodes: true }, condition: null };
  const near: Condition = { is: 'near', turns: 2, target };
  const contest = (name: string, program: () => unknown, ofFloor: () => unknown): Contest<void> => ({
    name,
    runs,
    prepare: () => {},
    program,
    floor: ofFloor,
  });
  const mostUsed = { codes: { ids: [codes.mostUsedId], withSubCodes: false } };
  return [
    contest(
      'first-screen-one-code',
      () => ask(mostUsed, null),
      () => floor.retrieveFirst(raw, codes.mostUsed, rowsOfScreen),
    ),
    contest(
      'first-screen-all-codes',
      () => ask({}, null),
      () => floor.retrieveFirst(raw, null, rowsOfScreen),
    ),
    contest(
      'query-and-near',
      () => ask({}, { is: 'and', of: [near, { is: 'not', of: { is: 'overlapping', target } }] }),
      () => floor.retrieveNear(raw, rowsOfScreen),
    ),
  ];
}
