import { VisuallyHidden } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { DegreeMark } from '../widgets/degree-mark.tsx';
import { findNextPosition } from '../widgets/list-keys.ts';
import classes from './precondition-list.module.css';
import { describeRating, type PreconditionRow, type StageRows } from './rating-rows.ts';
import { RatingSign } from './rating-sign.tsx';

type Props = { stages: StageRows[]; chosen: string; onChoose: (itemRef: string) => void };

/** The preconditions by stage with rating, degree and number of codings; up and down choose the next one. */
export function PreconditionList({ stages, chosen, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const ids = stages.flatMap(({ rows }) => rows.map(({ precondition }) => precondition.id));
  useEffect(() => {
    list.current?.querySelector(`[data-item="${CSS.escape(chosen)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const moveTo = (position: number) => {
    const id = ids[Math.max(0, Math.min(ids.length - 1, position))];
    if (id === undefined) return;
    onChoose(id);
    list.current
      ?.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`)
      ?.focus({ preventScroll: true });
  };
  return (
    <nav
      ref={list}
      className={classes.list}
      aria-label="Preconditions"
      onKeyDown={(event) => {
        const next = findNextPosition(event.key, { from: ids.indexOf(chosen), count: ids.length });
        if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        moveTo(next);
      }}
    >
      {stages.map(({ stage, rows }) => (
        <section key={stage.number} aria-label={`Stage ${stage.number}`}>
          <h2 className={classes.stage}>
            <i style={{ background: `var(--stage-${Math.min(stage.number, 8)})` }} aria-hidden />
            {stage.number} {stage.name}
          </h2>
          <ul>
            {rows.map((row) => (
              <PreconditionItem
                key={row.precondition.id}
                row={row}
                isChosen={row.precondition.id === chosen}
                onChoose={onChoose}
              />
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

type ItemProps = { row: PreconditionRow; isChosen: boolean; onChoose: (itemRef: string) => void };

function PreconditionItem({ row: { precondition, rating, claim }, isChosen, onChoose }: ItemProps) {
  const codings = claim?.codings ?? 0;
  const words = `${precondition.id} ${precondition.name}, ${describeRating(rating)}, degree ${claim?.degree ?? 0}`;
  return (
    <li>
      <button
        type="button"
        className={classes.item}
        data-item={precondition.id}
        aria-current={isChosen || undefined}
        tabIndex={isChosen ? 0 : -1}
        onClick={() => onChoose(precondition.id)}
      >
        <VisuallyHidden>
          {words}, {codings} {codings === 1 ? 'coding' : 'codings'}
        </VisuallyHidden>
        <span className={classes.content} aria-hidden>
          <span className={classes.ref}>{precondition.id}</span>
          <span className={classes.name} title={precondition.name}>
            {precondition.name}
          </span>
          <span className={classes.codings}>{codings === 0 ? '' : codings}</span>
          <DegreeMark degree={claim?.degree ?? 0} />
          <RatingSign rating={rating} />
        </span>
      </button>
    </li>
  );
}
