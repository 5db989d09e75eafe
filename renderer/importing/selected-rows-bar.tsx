import { Button } from '@mantine/core';
import { useState } from 'react';
import { chooseFiles } from './choose-files.ts';
import { CompanyInput, DateInput, TechniqueSelect } from './file-fields.tsx';
import { changeFiles } from './import-draft.ts';
import { useImport } from './import-store.ts';
import styles from './importing.module.css';
import { selectAll } from './row-selection.ts';

const nothing = { company: '', technique: '', date: null };

/** Sets company, technique and date of all selected rows at once; what is left empty stays as it is. */
export function SelectedRowsBar() {
  const { draft, selection, change, select, clear } = useImport();
  const [wish, setWish] = useState<{ company: string; technique: string; date: string | null }>(nothing);
  const count = selection.paths.size;
  const rows = count === 1 ? 'the selected row' : `${count} selected rows`;
  const apply = () => {
    change((former) =>
      changeFiles(former, selection.paths, {
        ...(wish.company.trim() === '' ? {} : { company: wish.company.trim() }),
        ...(wish.technique === '' ? {} : { technique: wish.technique }),
        ...(wish.date === null ? {} : { date: wish.date }),
      }),
    );
    setWish(nothing);
  };
  return (
    <div role="toolbar" className={styles.bar} aria-label="Selected rows">
      <Button
        size="compact-xs"
        variant="subtle"
        onClick={() =>
          select(
            selectAll(
              selection,
              draft.files.map(({ path }) => path),
            ),
          )
        }
      >
        Select all
      </Button>
      <span className={styles.barText}>Set for {rows}:</span>
      <CompanyInput
        label="Company for selected rows"
        value={wish.company}
        onChange={(company) => setWish({ ...wish, company })}
      />
      <TechniqueSelect
        label="Technique for selected rows"
        value={wish.technique}
        onChange={(technique) => setWish({ ...wish, technique })}
      />
      <DateInput
        label="Date for selected rows"
        value={wish.date}
        onChange={(date) => setWish({ ...wish, date })}
      />
      <Button size="compact-sm" variant="default" onClick={apply}>
        Set
      </Button>
      <span className={styles.room} />
      <Button size="compact-sm" variant="subtle" onClick={clear}>
        Clear list
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => void chooseFiles()}>
        Add files…
      </Button>
    </div>
  );
}
