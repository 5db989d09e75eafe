import { Button } from '@mantine/core';
import { useDesk } from '../state/desk.ts';
import { useStudy } from '../state/queries.ts';
import { showNotice } from '../widgets/run-action.ts';
import { describeImported } from './import-report.ts';
import { useImport } from './import-store.ts';
import styles from './importing.module.css';
import { describeMissing } from './missing-fields.ts';
import { goToField } from './missing-focus.ts';
import { runImport } from './run-import.ts';
import type { PreparedFiles } from './use-prepared-files.ts';
import { describeImport } from './versions.ts';

type Props = { prepared: PreparedFiles; onClose: () => void };

/** What is missing, and the button that imports; pressed too early, it goes to the first field that is missing. */
export function ImportFooter({ prepared: { files, missing }, onClose }: Props) {
  const runningKind = useImport(({ running }) => running?.kind ?? null);
  const isReadOnly = useStudy().data?.isReadOnly ?? false;
  const included = files.filter(({ isIncluded }) => isIncluded).length;
  const [first] = missing;
  const describeState = () => {
    if (isReadOnly) return 'This study is open for reading only: save it under another name to import.';
    return runningKind === 'reading' ? 'Files are still being read.' : describeMissing(missing, files);
  };
  const start = async () => {
    if (runningKind !== null || included === 0) return;
    if (first) goToField(first);
    else await importNow(files, onClose);
  };
  return (
    // The button stands at the left, because messages about problems appear at the lower right.
    <div className={styles.footer}>
      <Button
        size="sm"
        variant={included === 0 ? 'default' : 'filled'}
        loading={runningKind === 'importing' || runningKind === 'cancelling'}
        onClick={() => void start()}
      >
        {describeImport(files)}
      </Button>
      <span role="status" className={styles.footerText}>
        {describeState()}
      </span>
    </div>
  );
}

/**
 * Imports the ticked files. Where all is well the dialog closes and the first transcript is shown; where a file could
 * not be imported, the report of it stays until it is closed.
 */
async function importNow(files: PreparedFiles['files'], onClose: () => void): Promise<void> {
  const done = await runImport({ ...useImport.getState().draft, files }, useDesk.getState().coderId);
  if (!done) return;
  const { report, transcriptIds } = done;
  const [transcriptId] = transcriptIds;
  if (transcriptId !== undefined) useDesk.getState().openTranscript(transcriptId);
  const { draft, clear } = useImport.getState();
  if (draft.files.every(({ isIncluded }) => !isIncluded)) clear();
  if (report.problems.length > 0) {
    useImport.setState({ report });
    return;
  }
  showNotice(describeImported(report), `One undo takes it back: ${report.undoLabel ?? ''}`);
  onClose();
}
