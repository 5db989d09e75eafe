import type { RatingValue } from '../../db/model/rating.ts';
import { getStudyApi } from '../api.ts';
import { useDesk } from '../state/desk.ts';
import { runAction } from '../widgets/run-action.ts';

/**
 * Changes of ratings and placements. A change names only what changes; the rest is read from the study right before
 * it is written, one change after another, so that two quick changes (a rationale left by a click on a rating) never
 * undo each other.
 */
let last: Promise<unknown> = Promise.resolve();

function queue(change: () => Promise<void>): Promise<unknown> {
  last = last.then(() => runAction(change));
  return last;
}

function getCoderId(): number {
  const { coderId } = useDesk.getState();
  if (coderId === null) throw new Error('Nobody is chosen as coder. Choose one at the top of the window.');
  return coderId;
}

export type RatingChange = {
  value?: RatingValue;
  rationale?: string;
  excerptIds?: (former: number[]) => number[];
};

/** Saves the change of a rating as one step; a precondition that was not rated becomes unknown unless told. */
export function changeRating(companyId: number, itemRef: string, change: RatingChange): Promise<unknown> {
  return queue(async () => {
    const api = getStudyApi();
    const former = (await api.rating.list()).find(
      (rating) => rating.companyId === companyId && rating.itemRef === itemRef,
    );
    const excerptIds = former?.excerptIds ?? [];
    await api.rating.save({
      companyId,
      itemRef,
      value: change.value ?? former?.value ?? 'unknown',
      rationale: change.rationale ?? former?.rationale ?? '',
      excerptIds: change.excerptIds?.(excerptIds) ?? excerptIds,
      coderId: getCoderId(),
    });
  });
}

/** Takes a rating back: the precondition is not rated any more. */
export function clearRating(companyId: number, itemRef: string): Promise<unknown> {
  return queue(async () => {
    await getStudyApi().rating.delete({ companyId, itemRef });
  });
}

export type PlacementChange = { value?: number; rationale?: string; date?: string | null };

/** Saves the change of a placement as one step. A company that is not placed yet needs a value, today is its date. */
export function changePlacement(companyId: number, change: PlacementChange): Promise<unknown> {
  return queue(async () => {
    const api = getStudyApi();
    const former = (await api.placement.list()).find((placement) => placement.companyId === companyId);
    const value = change.value ?? former?.placement;
    if (value === undefined || value === null) throw new Error('Place the company first.');
    const isNew = former === undefined || former.placement === null;
    await api.placement.save({
      companyId,
      value,
      rationale: change.rationale ?? former?.rationale ?? '',
      date: change.date === undefined ? (isNew ? toIsoDate(new Date()) : former.date) : change.date,
      coderId: getCoderId(),
    });
  });
}

/** Takes a placement back: the company stands nowhere on the figure. */
export function clearPlacement(companyId: number): Promise<unknown> {
  return queue(async () => {
    await getStudyApi().placement.delete({ companyId });
  });
}

/** Chooses the rule that the computed intervals follow. */
export function chooseRule(ruleId: string): Promise<unknown> {
  return queue(async () => {
    await getStudyApi().study.setRule({ ruleId });
  });
}

/** The day as the researcher's clock has it, not as Greenwich has it. */
function toIsoDate(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
