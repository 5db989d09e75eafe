import { Button } from '@mantine/core';
import { useDesk } from '../state/desk.ts';
import { showNotice } from '../widgets/run-action.ts';
import { runImport, useImport } from './import-store.ts';
import styles from './importing.module.css';
import { describeMissing } from './missing-fields.ts';
import { goToField } from './missing-focus.ts';
import type { PreparedFiles } from './use-prepared-files.ts';

/** What is missing, and the button that imports; pressed too early, it goes to the first field that is missing. */
export function ImportFooter({ files, missing, onClose }: PreparedFiles & { onClose: () => void }) {
  const { draft, running, report, clear } = useImport();
  const coderId = useDesk((desk) => desk.coderId);
  const included = files.filter(({ isIncluded }) => isIncluded).length;
  const [first] = missing;
  const start = async () => {
    if (running || included === 0) return;
    if (first) return goToField(first);
    const done = await runImport({ ...draft, files }, coderId);
    const [transcriptId] = done?.transcriptIds ?? [];
    if (!done || transcriptId === undefined) return;
    useDesk.getState().openTranscript(transcriptId);
    if (done.problems.length > 0) return;
    showNotice(describeImported(done.transcriptIds.length), 'One undo takes the whole import back.');
    if (useImport.getState().draft.files.every(({ isIncluded }) => !isIncluded)) clear();
    onClose();
  };
  return (
    // The button stands at the left, because messages about problems appear at the lower right.
    <footer className={styles.footer}>
      <Button size="sm" loading={running !== null && running.kind !== 'reading'} onClick={() => void start()}>
        {included === 1 ? 'Import 1 transcript' : `Import ${included.toLocaleString('en')} transcripts`}
      </Button>
      <span role="status">
        {report && <ReportText imported={report.transcriptIds.length} problems={report.problems.length} />}
        {describeMissing(missing, included)}
      </span>
    </footer>
  );
}

const describeImported = (count: number) =>
  count === 1 ? '1 transcript imported' : `${count.toLocaleString('en')} transcripts imported`;

function ReportText({ imported, problems }: { imported: number; problems: number }) {
  const failed = problems === 1 ? '1 file was not' : `${problems} files were not`;
  return (
    <b>
      {describeImported(imported)}
      {problems > 0 ? `; ${failed}, see above. ` : '. '}
    </b>
  );
}
