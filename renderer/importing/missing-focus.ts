import { type DetailTab, useImport } from './import-store.ts';
import type { FieldName, MissingField } from './missing-fields.ts';
import { selectRow } from './row-selection.ts';

/** The mark by which the input of a field is found on screen. */
export const toFieldKey = (path: string, field: FieldName) => `${path}\n${field}`;

// Selecting a file scrolls to its row and draws its speakers, which takes a few frames.
const patience = 20;

/** Selects the file of the missing field and puts the focus into the field. */
export function goToField({ path, field }: Pick<MissingField, 'path' | 'field'>): void {
  const { selection, draft, select, show } = useImport.getState();
  const rule = draft.files.find((file) => file.path === path)?.rule;
  show({ filter: 'all', ...findTab(field, rule?.kind === 'pattern') });
  select(
    selectRow(
      selection,
      draft.files.map((file) => file.path),
      path,
    ),
  );
  const selector = `[data-field="${CSS.escape(toFieldKey(path, field))}"]`;
  const tryFocus = (left: number) => {
    const input = document.querySelector<HTMLElement>(selector);
    if (input) {
      input.focus();
      input.scrollIntoView({ block: 'nearest' });
    } else if (left > 0) requestAnimationFrame(() => tryFocus(left - 1));
  };
  requestAnimationFrame(() => tryFocus(patience));
}

/** The tab of the details in which a field stands; the version stands above them. */
function findTab(field: FieldName, hasPattern: boolean): { tab?: DetailTab } {
  if (field.startsWith('speaker')) return { tab: 'speakers' };
  return field === 'reading' ? { tab: hasPattern ? 'speakers' : 'text' } : {};
}
