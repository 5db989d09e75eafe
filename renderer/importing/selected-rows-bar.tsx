import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSessions, useTechniques } from '../state/queries.ts';
import { type CellColumn, fillCells } from './cells.ts';
import { DateInput } from './date-input.tsx';
import { CompanyInput, SessionLabelInput, TechniqueSelect } from './file-fields.tsx';
import { useImport } from './import-store.ts';
import styles from './importing.module.css';
import { listKnownLabels } from './session-field.ts';

const nothing = { company: '', technique: '', date: '', session: '' };

/** Sets company, technique, date and session of all selected rows at once; what is left empty stays as it is. */
export function SelectedRowsBar() {
  const count = useImport(({ selection }) => selection.paths.size);
  const [wish, setWish] = useState(nothing);
  const techniques = useTechniques().data ?? [];
  const sessions = useSessions().data ?? [];
  if (count < 2) return null;
  const apply = () => {
    const { selection, change } = useImport.getState();
    const columns = (['company', 'technique', 'date', 'session'] satisfies CellColumn[]).filter(
      (column) => wish[column].trim() !== '',
    );
    change((draft) =>
      columns.reduce(
        (one, column) =>
          fillCells(one, selection.paths, { column, text: wish[column] }, { techniques, sessions }),
        draft,
      ),
    );
    setWish(nothing);
  };
  return (
    <form
      className={styles.bar}
      aria-label="Selected rows"
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <span className={styles.barText}>{count.toLocaleString('en')} rows selected:</span>
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
        value={wish.date || null}
        onChange={(date) => setWish({ ...wish, date: date ?? '' })}
      />
      <SessionLabelInput
        label="Session for selected rows"
        placeholder="Shared session"
        labels={() => listKnownLabels(useImport.getState().draft.files, sessions)}
        value={wish.session}
        onChange={(session) => setWish({ ...wish, session })}
      />
      <Button size="compact-sm" variant="default" type="submit">
        Set for all
      </Button>
    </form>
  );
}
