import { useEffect } from 'react';
import { useDesk } from '../state/desk.ts';
import {
  useCompanies,
  usePractitioners,
  useSessions,
  useTechniques,
  useTranscripts,
} from '../state/queries.ts';
import { FullSheet } from '../widgets/full-sheet.tsx';
import { DropArea } from './drop-area.tsx';
import { FileDetails } from './file-details.tsx';
import { FileTable } from './file-table.tsx';
import { ImportFooter } from './import-footer.tsx';
import { useImport } from './import-store.ts';
import styles from './importing.module.css';
import { ListBar } from './list-bar.tsx';
import { changePane } from './pane-focus.ts';
import { ProgressLine } from './progress-line.tsx';
import { readFiles } from './read-files.ts';
import { ReportPanel } from './report-panel.tsx';
import { SelectedRowsBar } from './selected-rows-bar.tsx';
import { usePreparedFiles } from './use-prepared-files.ts';

/**
 * The sheet in which transcripts are imported: what each file is, who speaks in it, then one undoable step. Files
 * dropped anywhere on the window are added to it. Closing keeps the list as it is.
 */
export function ImportDialog() {
  const isImporting = useDesk((desk) => desk.isImporting);
  const endImport = useDesk((desk) => desk.endImport);
  useReadingOfChosenFiles();
  const close = () => {
    // An import that runs on behind a closed sheet would change the study unseen.
    const { running, closeReport } = useImport.getState();
    if (running?.kind === 'importing') running.cancel();
    closeReport();
    endImport();
  };
  return (
    <FullSheet
      opened={isImporting}
      onClose={close}
      onKeyDown={changePane}
      title="Import transcripts"
      closeLabel="Close import"
      contentClass={styles.content}
    >
      <Sheet onClose={close} />
    </FullSheet>
  );
}

/** Reads the files that were dropped or chosen, once each time. */
function useReadingOfChosenFiles() {
  const paths = useDesk((desk) => desk.filesToImport);
  useEffect(() => {
    if (paths.length === 0) return;
    useDesk.setState({ filesToImport: [] });
    void readFiles(paths);
  }, [paths]);
}

function Sheet({ onClose }: { onClose: () => void }) {
  const isEmpty = useImport(({ draft }) => draft.files.length === 0);
  const isWorking = useImport(({ running }) => running !== null);
  const hasReport = useImport(({ report }) => report !== null);
  const prepared = usePreparedFiles();
  const answers = [useCompanies(), usePractitioners(), useTechniques(), useSessions(), useTranscripts()];
  if (!answers.every(({ data }) => data)) return null;
  return (
    <>
      <ProgressLine />
      <ReportPanel onDone={onClose} />
      {isEmpty && !isWorking && !hasReport && <DropArea />}
      {!isEmpty && (
        <>
          <div className={styles.work}>
            <div className={styles.list}>
              <ListBar {...prepared} />
              <SelectedRowsBar />
              <FileTable prepared={prepared} />
            </div>
            <FileDetails prepared={prepared} />
          </div>
          <ImportFooter prepared={prepared} onClose={onClose} />
        </>
      )}
    </>
  );
}
