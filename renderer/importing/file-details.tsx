import { ActionIcon, TextInput } from '@mantine/core';
import { IconCopy, IconInfoCircle, IconX } from '@tabler/icons-react';
import { useCompanies } from '../state/queries.ts';
import { type DraftFile, nameCompany, removeFiles } from './import-draft.ts';
import { useImport } from './import-store.ts';
import styles from './importing.module.css';
import { SpeakerList } from './speaker-list.tsx';
import { noneMissing, type PreparedFiles } from './use-prepared-files.ts';

/** The file last chosen: what was noticed about it, who speaks in it, and how it begins. */
export function FileDetails({ files, speakers, missingOf }: PreparedFiles) {
  const lead = useImport(({ selection }) => selection.lead);
  const file = files.find(({ path }) => path === lead);
  if (!file) return <aside className={styles.details} aria-label="Details" />;
  const { preview } = file;
  return (
    <aside className={styles.details} aria-label={`Details of ${preview.fileName}`} key={file.path}>
      <DetailsHeader file={file} />
      {preview.duplicateOf !== null && (
        <p className={styles.note}>
          <IconCopy size={14} stroke={1.7} aria-hidden /> Already imported as “{preview.duplicateOf}”. Tick it
          to import it once more.
        </p>
      )}
      {preview.notes.map((note) => (
        <p key={note} className={styles.note}>
          <IconInfoCircle size={14} stroke={1.7} aria-hidden /> {note}
        </p>
      ))}
      <NewCompanyName label={file.company.trim()} />
      <h3 className={styles.heading}>Speakers</h3>
      <SpeakerList file={file} newSpeakers={speakers} missing={missingOf.get(file.path) ?? noneMissing} />
      <h3 className={styles.heading}>First lines</h3>
      <pre className={styles.firstLines}>{preview.firstLines}</pre>
    </aside>
  );
}

function DetailsHeader({ file }: { file: DraftFile }) {
  const change = useImport((state) => state.change);
  return (
    <header className={styles.detailsHeader}>
      <div className={styles.fileName}>
        <h2>{file.preview.fileName}</h2>
        <span title={file.path}>{file.path}</span>
      </div>
      <ActionIcon
        size="sm"
        aria-label={`Take ${file.preview.fileName} off the list`}
        title="Take off the list"
        onClick={() => change((draft) => removeFiles(draft, new Set([file.path])))}
      >
        <IconX size={14} />
      </ActionIcon>
    </header>
  );
}

/** A label that no company of the study has makes a company; here it gets its name. */
function NewCompanyName({ label }: { label: string }) {
  const companies = useCompanies().data ?? [];
  const { draft, change } = useImport();
  const isKnown = companies.some((company) => company.label.toUpperCase() === label.toUpperCase());
  if (label === '' || isKnown) return null;
  return (
    <TextInput
      size="xs"
      label={`Name of the new company ${label}`}
      placeholder="Telecommunications"
      value={draft.companyNames[label.toUpperCase()] ?? ''}
      onChange={(event) => {
        const name = event.currentTarget.value;
        change((former) => nameCompany(former, label, name));
      }}
    />
  );
}
