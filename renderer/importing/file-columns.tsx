import { Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useSessions } from '../state/queries.ts';
import { changeFiles, type DraftFile } from './import-draft.ts';
import { useImport } from './import-store.ts';
import styles from './importing.module.css';
import type { PreparedFiles } from './use-prepared-files.ts';
import { type SortColumn, sortBy, sortColumns } from './visible-files.ts';

const columnNames: Record<SortColumn, string> = {
  name: 'Transcript',
  company: 'Company',
  technique: 'Technique',
  date: 'Date',
  session: 'Session',
  words: 'Words',
  turns: 'Turns',
  speakers: 'Speakers',
};

type Props = { prepared: PreparedFiles; visible: readonly DraftFile[] };

/** The heads of the columns, each of which sorts, and the tick for all rows that are shown. */
export function FileColumns({ prepared, visible }: Props) {
  const change = useImport((state) => state.change);
  const included = visible.filter(({ isIncluded }) => isIncluded).length;
  const isAll = included === visible.length;
  const tickAll = () =>
    change((former) => changeFiles(former, new Set(visible.map(({ path }) => path)), { isIncluded: !isAll }));
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.tick}>
          <Checkbox
            size="xs"
            aria-label="Import all files"
            checked={isAll}
            indeterminate={included > 0 && !isAll}
            onChange={tickAll}
          />
        </th>
        {sortColumns.map((column) => (
          <SortHead key={column} column={column} prepared={prepared} />
        ))}
      </tr>
    </thead>
  );
}

function SortHead({ column, prepared }: { column: SortColumn; prepared: PreparedFiles }) {
  const sort = useImport((state) => state.sort);
  const show = useImport((state) => state.show);
  const sessions = useSessions().data ?? [];
  const direction = sort?.column === column ? (sort.isDescending ? 'descending' : 'ascending') : undefined;
  const Arrow = direction === 'descending' ? IconArrowDown : IconArrowUp;
  return (
    <th scope="col" data-column={column} aria-sort={direction}>
      <button
        type="button"
        className={styles.sortHead}
        onClick={() => show({ sort: sortBy(prepared.files, column, sort, { ...prepared, sessions }) })}
      >
        {columnNames[column]}
        {direction && <Arrow size={12} stroke={2} aria-hidden />}
      </button>
    </th>
  );
}
