import { Checkbox, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCopy, IconInfoCircle } from '@tabler/icons-react';
import { useCompanies } from '../state/queries.ts';
import { count } from '../widgets/count.ts';
import { changeFiles, type DraftFile, findReplaced, nameCompany } from './import-draft.ts';
import { useImport } from './import-store.ts';
import styles from './importing.module.css';
import { type CompanyOfParticipant, listSilentIds } from './notices.ts';

type Props = { file: DraftFile; companies: CompanyOfParticipant };

/** What was noticed when the file was read, and what of it there is to decide. */
export function FileRemarks({ file, companies }: Props) {
  const { duplicateOf, notes, isCharsetGuessed, charset } = file.preview;
  const silentIds = listSilentIds(file, companies);
  return (
    <>
      {duplicateOf !== null && (
        <p className={styles.note}>
          <IconCopy size={14} stroke={1.7} aria-hidden />
          <span>
            Already imported as “<bdi>{duplicateOf}</bdi>”. Tick it to import it once more.
          </span>
        </p>
      )}
      {file.twin !== null && (
        <p className={styles.note}>
          <IconCopy size={14} stroke={1.7} aria-hidden />
          <span>
            The same file as “<bdi>{file.twin}</bdi>” on this list. Tick it to import it too.
          </span>
        </p>
      )}
      {isCharsetGuessed && file.charset === null && (
        <p className={styles.flag}>
          <IconAlertTriangle size={14} stroke={1.7} aria-hidden />
          <span>
            Read as {charset}, a guess:{' '}
            <button
              type="button"
              className={styles.link}
              onClick={() => useImport.getState().show({ tab: 'text' })}
            >
              look at the letters
            </button>
          </span>
        </p>
      )}
      {silentIds.length > 0 && (
        <p className={styles.flag}>
          <IconAlertTriangle size={14} stroke={1.7} aria-hidden />
          <span>
            The name of the file tells {silentIds.join(', ')}: not in the study, and nobody of this file is
            called so.
          </span>
        </p>
      )}
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          <IconInfoCircle size={14} stroke={1.7} aria-hidden />
          <span>{note}</span>
        </p>
      ))}
      <CommentsTick file={file} />
      {findReplaced(file) === null && <NewCompanyName label={file.company.trim()} />}
    </>
  );
}

function CommentsTick({ file }: { file: DraftFile }) {
  const { comments } = file.preview;
  if (comments === 0) return null;
  return (
    <Checkbox
      size="xs"
      label={`${count(comments, 'comment')} ${comments === 1 ? 'becomes a memo' : 'become memos'}`}
      checked={file.withComments}
      onChange={(event) => {
        const withComments = event.currentTarget.checked;
        useImport.getState().change((draft) => changeFiles(draft, new Set([file.path]), { withComments }));
      }}
    />
  );
}

/** A label that no company of the study has makes a company; here it gets its name. */
function NewCompanyName({ label }: { label: string }) {
  const companies = useCompanies().data ?? [];
  const name = useImport(({ draft }) => draft.companyNames[label.toUpperCase()] ?? '');
  const isKnown = companies.some((company) => company.label.toUpperCase() === label.toUpperCase());
  if (label === '' || isKnown) return null;
  return (
    <TextInput
      size="xs"
      dir="auto"
      label={`Name of the new company ${label}`}
      placeholder="Telecommunications"
      value={name}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        useImport.getState().change((draft) => nameCompany(draft, label, typed));
      }}
    />
  );
}
