import { Button, Text, Textarea, Title, VisuallyHidden } from '@mantine/core';
import { type RatingValue, ratingNames, ratingValues } from '../../db/model/rating.ts';
import type { Scheme, Stage } from '../../db/model/scheme.ts';
import type { CompanyPlacement } from '../../electron/ipc/contract/maturity.ts';
import { useMemoCounts } from '../state/memo-queries.ts';
import { MemoButton } from '../widgets/memo-button.tsx';
import { formatMoment } from '../widgets/moment.ts';
import { SavedField } from '../widgets/saved-field.tsx';
import { changeRating, clearRating } from './judgement-actions.ts';
import classes from './rating-form.module.css';
import { describeBounds, keyOfRating, type PreconditionRow, restsOnNothing } from './rating-rows.ts';

type Props = { company: CompanyPlacement; row: PreconditionRow; stage: Stage | undefined; scheme: Scheme };

/** The researcher's judgement: the rating, its rationale, who gave it and when. */
export function RatingForm({ company, row, stage, scheme }: Props) {
  const { precondition, rating } = row;
  const { companyId, label } = company;
  const memos = useMemoCounts('rating');
  return (
    <header className={classes.form}>
      <Text size="xs" c="dimmed">
        Company {label} · stage {stage?.number} {stage?.name}
      </Text>
      <Title order={2} size="h4">
        {precondition.id} {precondition.name}
      </Title>
      {precondition.definition !== '' && <p className={classes.definition}>{precondition.definition}</p>}
      <fieldset className={classes.values} aria-label="Rating">
        {ratingValues.map((value) => (
          <ValueButton
            key={value}
            value={value}
            bounds={describeBounds(value, scheme.ratingBounds)}
            isChosen={rating?.value === value}
            onChoose={() => void changeRating(companyId, precondition.id, { value })}
          />
        ))}
        {rating && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            onClick={() => void clearRating(companyId, precondition.id)}
          >
            Clear rating
          </Button>
        )}
        {rating && (
          <MemoButton
            target={{ on: 'rating', id: rating.id }}
            what={`the rating of ${precondition.id} in company ${label}`}
            memos={memos.get(rating.id) ?? 0}
          />
        )}
      </fieldset>
      <p className={classes.state} role="status">
        {rating
          ? `${ratingNames[rating.value]}, rated by ${rating.coder} on ${formatMoment(rating.ratedAt)}`
          : 'Not rated yet'}
        {rating && ` · rests on ${countOf(rating.excerptIds.length, 'excerpt')}`}
        {rating && restsOnNothing(rating) && (
          <span className={classes.bare}>tick the excerpts it rests on</span>
        )}
      </p>
      <SavedField
        value={rating?.rationale ?? ''}
        onSave={(rationale) => void changeRating(companyId, precondition.id, { rationale })}
      >
        {(field) => (
          <Textarea
            {...field}
            size="sm"
            autosize
            minRows={2}
            maxRows={10}
            label="Rationale"
            placeholder="Why this rating, and how contradictions were weighed"
          />
        )}
      </SavedField>
    </header>
  );
}

type ValueProps = { value: RatingValue; bounds: string | undefined; isChosen: boolean; onChoose: () => void };

function ValueButton({ value, bounds, isChosen, onChoose }: ValueProps) {
  const meaning = bounds === undefined ? ratingNames[value] : `${ratingNames[value]}, ${bounds}`;
  return (
    <button
      type="button"
      className={classes.value}
      aria-pressed={isChosen}
      aria-keyshortcuts={keyOfRating(value)}
      title={`${meaning} (key ${keyOfRating(value).toUpperCase()})`}
      onClick={onChoose}
    >
      <VisuallyHidden>
        Rate {value}: {ratingNames[value]}
      </VisuallyHidden>
      <b aria-hidden>{value}</b>
      {value.length === 1 && <span aria-hidden>{bounds}</span>}
    </button>
  );
}

const countOf = (number: number, noun: string) =>
  number === 0 ? `no ${noun}` : `${number} ${noun}${number === 1 ? '' : 's'}`;
