import { CloseButton, NativeSelect, TextInput } from '@mantine/core';
import { count } from '../widgets/count.ts';
import classes from './codings-list.module.css';
import { type CodingOrder, codingOrders } from './listed-codings.ts';

type Props = {
  filter: string;
  setFilter: (filter: string) => void;
  order: CodingOrder;
  setOrder: (order: CodingOrder) => void;
  shown: number;
  total: number;
};

const orderNames: Record<CodingOrder, string> = {
  place: 'By place',
  code: 'By code',
  coder: 'By coder',
  date: 'Newest first',
};

/** Which codings are listed, and in which order. */
export function CodingsFilter({ filter, setFilter, order, setOrder, shown, total }: Props) {
  return (
    <div className={classes.filter}>
      <TextInput
        size="xs"
        className={classes.words ?? ''}
        aria-label="Filter codings"
        placeholder="Filter"
        value={filter}
        onChange={(event) => setFilter(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && setFilter('')}
        rightSection={
          filter === '' ? null : (
            <CloseButton size="xs" aria-label="Clear the filter" onClick={() => setFilter('')} />
          )
        }
      />
      <NativeSelect
        size="xs"
        aria-label="Order of the codings"
        value={order}
        onChange={(event) => {
          const next = codingOrders.find((one) => one === event.currentTarget.value);
          if (next) setOrder(next);
        }}
        data={codingOrders.map((value) => ({ value, label: orderNames[value] }))}
      />
      <output className={classes.shown} aria-live="polite">
        {shown === total ? '' : `${shown} of ${count(total, 'coding')}`}
      </output>
    </div>
  );
}
