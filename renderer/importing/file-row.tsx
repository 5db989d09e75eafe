import { Checkbox, TextInput } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { type MouseEvent, memo, type Ref } from 'react';
import { CompanyInput, DateInput, SessionSelect, TechniqueSelect } from './file-fields.tsx';
import { changeFiles, type DraftFile, type FileFields } from './import-draft.ts';
import { useImport } from './import-store.ts';
import styles from './importing.module.css';
import type { MissingField } from './missing-fields.ts';
import { toFieldKey } from './missing-focus.ts';
import { selectRow } from './row-selection.ts';

type Props = {
  ref: Ref<HTMLTableRowElement>;
  index: number;
  file: DraftFile;
  missing: readonly MissingField[];
};

/** One file: what it will be in the study. What is missing is said at its field. */
export const FileRow = memo(function FileRow({ ref, index, file, missing }: Props) {
  const { path, preview } = file;
  const isSelected = useImport(({ selection }) => selection.paths.has(path));
  const set = (change: Partial<Omit<FileFields, 'speakers'>>) =>
    useImport.getState().change((draft) => changeFiles(draft, new Set([path]), change));
  const errorOf = (field: MissingField['field']) => missing.find((one) => one.field === field)?.message;
  return (
    <tr
      ref={ref}
      data-index={index}
      tabIndex={isSelected ? 0 : -1}
      aria-label={preview.fileName}
      aria-selected={isSelected}
      data-excluded={!file.isIncluded || undefined}
      onClick={(event) => choose(path, event)}
      // Tab into a row chooses it; a click does so itself.
      onKeyUp={(event) => event.key === 'Tab' && !isSelected && choose(path)}
    >
      <td className={styles.tick}>
        <Checkbox
          size="xs"
          aria-label={`Import ${preview.fileName}`}
          checked={file.isIncluded}
          onChange={(event) => set({ isIncluded: event.currentTarget.checked })}
        />
      </td>
      <td>
        <TextInput
          size="xs"
          aria-label={`Name of ${preview.fileName}`}
          data-field={toFieldKey(path, 'name')}
          value={file.name}
          error={errorOf('name')}
          rightSection={preview.duplicateOf !== null && <Duplicate of={preview.duplicateOf} />}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
      </td>
      <td>
        <CompanyInput
          label={`Company of ${preview.fileName}`}
          field={toFieldKey(path, 'company')}
          value={file.company}
          error={errorOf('company')}
          onChange={(company) => set({ company })}
        />
      </td>
      <td>
        <TechniqueSelect
          label={`Technique of ${preview.fileName}`}
          field={toFieldKey(path, 'technique')}
          value={file.technique}
          error={errorOf('technique')}
          onChange={(technique) => set({ technique })}
        />
      </td>
      <td>
        <DateInput
          label={`Date of ${preview.fileName}`}
          value={file.date}
          onChange={(date) => set({ date })}
        />
      </td>
      <td>
        <SessionSelect file={file} onChange={set} />
      </td>
      <td className={styles.number}>{preview.words.toLocaleString('en')}</td>
      <td className={styles.number}>{preview.turns.toLocaleString('en')}</td>
      <td className={styles.speakers}>
        <SpeakerSummary file={file} missing={missing} />
      </td>
    </tr>
  );
});

function choose(path: string, event?: MouseEvent): void {
  const { selection, draft, select } = useImport.getState();
  // A click into a field of one of several selected rows is for that field and keeps the others selected.
  const isInField =
    event?.target instanceof Element && event.target.closest('input, select, button') !== null;
  if (isInField && selection.paths.has(path)) {
    select({ ...selection, lead: path });
    return;
  }
  const order = draft.files.map((file) => file.path);
  const isToggle = event !== undefined && (event.ctrlKey || event.metaKey);
  select(selectRow(selection, order, path, { isRange: event?.shiftKey ?? false, isToggle }));
}

function Duplicate({ of }: { of: string }) {
  return (
    <span
      className={styles.duplicate}
      role="img"
      aria-label={`Already imported as ${of}`}
      title={`Already imported as ${of}`}
    >
      <IconCopy size={14} stroke={1.7} aria-hidden />
    </span>
  );
}

/** The speakers in short; how many of them need a decision stands before them. */
function SpeakerSummary({ file, missing }: { file: DraftFile; missing: readonly MissingField[] }) {
  const open = missing.filter(({ field }) => field.startsWith('speaker')).length;
  const labels = file.preview.speakers.map(({ label }) => label).join(', ');
  return (
    <span title={labels}>
      {open > 0 && <b className={styles.needed}>{open} to settle · </b>}
      {labels || 'no speakers found'}
    </span>
  );
}
