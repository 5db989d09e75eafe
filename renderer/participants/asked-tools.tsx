import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { Session } from '../../electron/ipc/contract/people.ts';
import styles from './asked-dialog.module.css';

type Props = {
  search: string;
  /** Sessions of which it is known what was asked: guides are used more than once. */
  others: readonly Session[];
  onSearch: (search: string) => void;
  /** Goes from the search to the list. */
  onLeave: () => void;
  onTakeOver: (session: Session) => void;
  /** Ticks all that is found, or none of it. */
  onSetAll: (isAsked: boolean) => void;
};

/** What stands above the list of items: a search, another session’s guide, all and none. */
export function AskedTools({ search, others, onSearch, onLeave, onTakeOver, onSetAll }: Props) {
  return (
    <div className={styles.tools}>
      <TextInput
        data-autofocus
        size="xs"
        className={styles.search ?? ''}
        aria-label="Find items"
        placeholder="Find items"
        leftSection={<IconSearch size={14} />}
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          onLeave();
        }}
      />
      {others.length > 0 && (
        <NativeSelect
          size="xs"
          aria-label="Take over from another session"
          value=""
          data={[
            { value: '', label: 'Same as in …' },
            ...others.map(({ id, label }) => ({ value: String(id), label })),
          ]}
          onChange={(event) => {
            const other = others.find(({ id }) => String(id) === event.currentTarget.value);
            if (other) onTakeOver(other);
          }}
        />
      )}
      <Button size="compact-xs" variant="default" onClick={() => onSetAll(true)}>
        All
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => onSetAll(false)}>
        None
      </Button>
    </div>
  );
}
