import type { Rating } from '../../electron/ipc/contract/maturity.ts';
import { describeRating, restsOnNothing, signOfRating } from './rating-rows.ts';
import classes from './rating-sign.module.css';

/** The letter of a rating in a frame; the frame is dashed while the rating rests on no excerpt. */
export function RatingSign({ rating }: { rating: Rating | undefined }) {
  return (
    <span
      className={classes.sign}
      data-value={rating?.value}
      data-bare={(rating && restsOnNothing(rating)) || undefined}
      title={describeRating(rating)}
      aria-hidden
    >
      {signOfRating(rating?.value)}
    </span>
  );
}
