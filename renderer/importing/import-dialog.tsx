import { Modal } from '@mantine/core';
import { useEffect } from 'react';
import { useDesk } from '../state/desk.ts';
import { useCompanies, usePractitioners, useSessions, useTechniques } from '../state/queries.ts';
import { DropArea } from './drop-area.tsx';
import { FileDetails } from './file-details.tsx';
import { FileTable } from './file-table.tsx';
import { ImportFooter } from './import-footer.tsx';
import { readFiles, useImport } from './import-store.ts';
import styles from './importing.module.css';
import { ProblemList } from './problem-list.tsx';
import { ProgressLine } from './progress-line.tsx';
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
    const { running } = useImport.getState();
    if (running?.kind === 'importing') running.cancel();
    endImport();
  };
  return (
    <Modal
      opened={isImporting}
      onClose={close}
      fullScreen
      title="Import transcripts"
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Close import' }}
      classNames={{
        content: styles.content ?? '',
        header: styles.header ?? '',
        title: styles.title ?? '',
        body: styles.body ?? '',
      }}
    >
      <Sheet onClose={close} />
    </Modal>
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
  const draft = useImport((state) => state.draft);
  const running = useImport((state) => state.running);
  const prepared = usePreparedFiles();
  const isLoaded = [useCompanies(), usePractitioners(), useTechniques(), useSessions()].every(
    ({ data }) => data,
  );
  if (!isLoaded) return null;
  return (
    <>
      {running && <ProgressLine running={running} />}
      <ProblemList problems={draft.problems} />
      {draft.files.length === 0 && !running && <DropArea />}
      {draft.files.length > 0 && (
        <div className={styles.work}>
          <div className={styles.list}>
            <SelectedRowsBar />
            <FileTable {...prepared} />
          </div>
          <FileDetails {...prepared} />
        </div>
      )}
      {draft.files.length > 0 && <ImportFooter {...prepared} onClose={onClose} />}
    </>
  );
}
