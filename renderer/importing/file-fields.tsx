import { Autocomplete, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useCompanies, useSessions, useTechniques } from '../state/queries.ts';
import type { DraftFile, FileFields } from './import-draft.ts';
import { useImport } from './import-store.ts';
import { fromSessionText, listSessionLabels, toSessionText } from './session-field.ts';

/** `field` marks the input for who looks for it; a fixed one shows what cannot be changed here. */
type FieldProps = {
  label: string;
  field?: string | undefined;
  error?: string | undefined;
  isFixed?: boolean;
};

type CompanyProps = FieldProps & {
  value: string;
  placeholder?: string;
  onChange: (company: string) => void;
};

/** A company of the study, or the label of a new one. */
export function CompanyInput({
  label,
  value,
  error,
  placeholder = 'Company',
  field,
  isFixed = false,
  onChange,
}: CompanyProps) {
  const companies = useCompanies().data ?? [];
  return (
    <Autocomplete
      size="xs"
      aria-label={label}
      data-field={field}
      placeholder={placeholder}
      dir="auto"
      readOnly={isFixed}
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
  isFixed = false,
  onChange,
}: TechniqueProps) {
  const techniques = useTechniques().data ?? [];
  const known = techniques.some(({ letter }) => letter === value);
  return (
    <NativeSelect
      size="xs"
      aria-label={label}
      data-field={field}
      disabled={isFixed}
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

type SessionProps = FieldProps & { file: DraftFile; onChange: (change: Partial<FileFields>) => void };

/**
 * The label of a session: one of the study, which brings its company, technique and date along, or a new one, which
 * files with the same label share. Left empty, the file has a session of its own.
 */
export function SessionInput({ label, field, error, isFixed = false, file, onChange }: SessionProps) {
  const sessions = useSessions().data ?? [];
  // Read when the list drops down, not at each change of another file.
  const labels = () => listSessionLabels(file, useImport.getState().draft.files, sessions);
  return (
    <SessionLabelInput
      {...{ label, field, error, isFixed, labels }}
      value={toSessionText(file, sessions)}
      placeholder="New session"
      onChange={(text) => onChange(fromSessionText(text, file, sessions))}
    />
  );
}

type SessionLabelProps = FieldProps & {
  value: string;
  placeholder: string;
  labels: () => readonly string[];
  onChange: (text: string) => void;
};

/** A field for the label of a session. */
export function SessionLabelInput({ label, field, error, isFixed = false, ...rest }: SessionLabelProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Autocomplete
      size="xs"
      dir="auto"
      aria-label={label}
      data-field={field}
      readOnly={isFixed}
      placeholder={rest.placeholder}
      value={rest.value}
      error={error}
      data={isOpen ? [...rest.labels()] : []}
      limit={50}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      comboboxProps={{ width: 260, position: 'bottom-start' }}
      onChange={rest.onChange}
    />
  );
}
