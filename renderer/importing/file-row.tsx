import { Checkbox, TextInput } from '@mantine/core';
import { IconCopy, IconVersions } from '@tabler/icons-react';
import { memo, type Ref } from 'react';
import { DateInput } from './date-input.tsx';
import { CompanyInput, SessionInput, TechniqueSelect } from './file-fields.tsx';
import { changeFiles, type DraftFile, type FieldChange, findReplaced } from './import-draft.ts';
import { useImport } from './import-store.ts';
import styles from './importing.module.css';
import type { MissingField } from './missing-fields.ts';
import { toFieldKey } from './missing-focus.ts';
import { SpeakerSummary } from './speaker-summary.tsx';

type Props = {
  ref: Ref<HTMLTableRowElement>;
  index: number;
  file: DraftFile;
  missing: readonly MissingField[];
  notices: number;
};

/** One file: what it will be in the study. What is missing is said at its field. */
export const FileRow = memo(function FileRow({ ref, index, file, missing, notices }: Props) {
  const { path, preview } = file;
  const isSelected = useImport(({ selection }) => selection.paths.has(path));
  const isLead = useImport(({ selection }) => selection.lead === path);
  const set = (change: FieldChange) =>
    useImport.getState().change((draft) => changeFiles(draft, new Set([path]), change));
  return (
    <tr
      ref={ref}
      data-index={index}
      tabIndex={isSelected ? 0 : -1}
      // Where the dialog begins when it is opened with files on its list.
      data-autofocus={isLead || undefined}
      aria-label={preview.fileName}
      aria-selected={isSelected}
      aria-rowindex={index + 2}
      data-lead={isLead || undefined}
      data-excluded={!file.isIncluded || undefined}
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
          dir="auto"
          aria-label={`Name of ${preview.fileName}`}
          data-field={toFieldKey(path, 'name')}
          value={file.name}
          title={file.name}
          error={missing.find(({ field }) => field === 'name')?.message}
          rightSection={hasMark(file) && <FileMark file={file} />}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
      </td>
      <SessionCells file={file} missing={missing} onChange={set} />
      <td className={styles.number}>{preview.words.toLocaleString('en')}</td>
      <td className={styles.number}>{preview.turns.toLocaleString('en')}</td>
      <td className={styles.speakers}>
        <SpeakerSummary file={file} missing={missing} notices={notices} />
      </td>
    </tr>
  );
});

type CellProps = Pick<Props, 'file' | 'missing'> & { onChange: (change: FieldChange) => void };

/** Company, technique, date and session; a new version keeps those of the transcript that it replaces. */
function SessionCells({ file, missing, onChange }: CellProps) {
  const { path, preview } = file;
  const isFixed = findReplaced(file) !== null;
  const propsOf = (field: 'company' | 'technique' | 'date' | 'session') => ({
    label: `${columnNames[field]} of ${preview.fileName}`,
    field: toFieldKey(path, field),
    error: missing.find((one) => one.field === field)?.message,
    isFixed,
  });
  return (
    <>
      <td>
        <CompanyInput
          {...propsOf('company')}
          value={file.company}
          onChange={(company) => onChange({ company })}
        />
      </td>
      <td>
        <TechniqueSelect
          {...propsOf('technique')}
          value={file.technique}
          onChange={(technique) => onChange({ technique })}
        />
      </td>
      <td>
        <DateInput {...propsOf('date')} value={file.date} onChange={(date) => onChange({ date })} />
      </td>
      <td>
        <SessionInput {...propsOf('session')} file={file} onChange={onChange} />
      </td>
    </>
  );
}

const columnNames = { company: 'Company', technique: 'Technique', date: 'Date', session: 'Session' } as const;

const hasMark = ({ preview, twin }: DraftFile) =>
  preview.duplicateOf !== null || preview.versionOf !== null || twin !== null;

/** A sign for a file that the study has already, or has in another version. */
function FileMark({ file }: { file: DraftFile }) {
  const { duplicateOf, versionOf } = file.preview;
  const isVersion = duplicateOf === null && file.twin === null && versionOf !== null;
  const words = isVersion
    ? `Perhaps a new version of ${versionOf.name}`
    : duplicateOf === null
      ? `The same file as ${file.twin ?? ''}`
      : `Already imported as ${duplicateOf}`;
  const Icon = isVersion ? IconVersions : IconCopy;
  return (
    <span className={styles.fileMark} role="img" aria-label={words} title={words}>
      <Icon size={14} stroke={1.7} aria-hidden />
    </span>
  );
}
