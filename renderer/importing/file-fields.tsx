import { Autocomplete, NativeSelect, TextInput } from '@mantine/core';
import { useCompanies, useSessions, useTechniques } from '../state/queries.ts';
import type { DraftFile, FileFields } from './import-draft.ts';
import styles from './importing.module.css';

type CompanyProps = {
  label: string;
  value: string;
  error?: string | undefined;
  placeholder?: string;
  field?: string;
  onChange: (company: string) => void;
};

/** A company of the study, or the label of a new one. */
export function CompanyInput({
  label,
  value,
  error,
  placeholder = 'Company',
  field,
  onChange,
}: CompanyProps) {
  const companies = useCompanies().data ?? [];
  return (
    <Autocomplete
      size="xs"
      aria-label={label}
      data-field={field}
      placeholder={placeholder}
      value={value}
      error={error}
      data={companies.map((company) => company.label)}
      filter={({ options }) => options}
      renderOption={({ option }) => {
        const name = companies.find((company) => company.label === option.value)?.name;
        return name ? `${option.value} – ${name}` : option.value;
      }}
      comboboxProps={{ width: 260, position: 'bottom-start' }}
      onChange={onChange}
    />
  );
}

type TechniqueProps = Omit<CompanyProps, 'placeholder'> & { empty?: string };

/** A technique of the study by its letter; `empty` says what no choice means. */
export function TechniqueSelect({
  label,
  value,
  error,
  empty = 'Technique',
  field,
  onChange,
}: TechniqueProps) {
  const techniques = useTechniques().data ?? [];
  const known = techniques.some(({ letter }) => letter === value);
  return (
    <NativeSelect
      size="xs"
      aria-label={label}
      data-field={field}
      value={known ? value : ''}
      error={error}
      data={[
        { value: '', label: empty },
        ...techniques.map(({ letter, name }) => ({ value: letter, label: `${letter} ${name}` })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** A date, or none. */
export function DateInput({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string | null;
  onChange: (date: string | null) => void;
}) {
  return (
    <TextInput
      type="date"
      size="xs"
      aria-label={label}
      value={value ?? ''}
      classNames={{ input: (value === null ? styles.noDate : undefined) ?? '' }}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  );
}

type SessionProps = { file: DraftFile; onChange: (change: Partial<FileFields>) => void };

/** A session the study has already, or a new one. A chosen session brings its company, technique and date along. */
export function SessionSelect({ file, onChange }: SessionProps) {
  const sessions = useSessions().data ?? [];
  const fitting = sessions.filter(
    ({ id, company, technique }) =>
      id === file.sessionId ||
      (company.toUpperCase() === file.company.toUpperCase() &&
        (file.technique === '' || technique === file.technique)),
  );
  return (
    <NativeSelect
      size="xs"
      aria-label={`Session of ${file.preview.fileName}`}
      value={file.sessionId === null ? '' : String(file.sessionId)}
      data={[
        { value: '', label: 'New session' },
        ...fitting.map(({ id, label }) => ({ value: String(id), label })),
      ]}
      onChange={(event) => {
        const session = sessions.find(({ id }) => String(id) === event.currentTarget.value);
        if (!session) return onChange({ sessionId: null });
        const { id, company, technique, date } = session;
        onChange({ sessionId: id, company, technique, date });
      }}
    />
  );
}
