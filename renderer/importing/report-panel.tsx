import { ActionIcon, Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { getStudyApi } from '../api.ts';
import { copyText } from '../widgets/copy-text.ts';
import { runAction, showNotice } from '../widgets/run-action.ts';
import { chooseFiles } from './choose-files.ts';
import { describeFailed, describeImported, type ImportReport, toReportText } from './import-report.ts';
import { useImport } from './import-store.ts';
import styles from './importing.module.css';
import { ProblemList } from './problem-list.tsx';

/** Before the import: the files that could not be read. After it, until it is closed: what it did and what it did not. */
export function ReportPanel({ onDone }: { onDone: () => void }) {
  const report = useImport((state) => state.report);
  const problems = useImport(({ draft }) => draft.problems);
  const isAlone = useImport(({ draft }) => draft.files.length === 0);
  if (report) return <Report report={report} isAlone={isAlone} onDone={onDone} />;
  if (problems.length === 0) return null;
  const before: ImportReport = { imported: 0, versions: 0, problems, undoLabel: null };
  return (
    <section className={styles.report} aria-label="Files that could not be read">
      <div className={styles.reportHead}>
        <IconAlertTriangle size={16} stroke={1.7} aria-hidden />
        <b>{problems.length === 1 ? '1 file' : `${problems.length} files`} could not be read</b>
        <span className={styles.room} />
        <CopyReport report={before} />
        <CloseButton
          label="Take problems off the list"
          onClose={() => useImport.getState().change((draft) => ({ ...draft, problems: [] }))}
        />
      </div>
      <ProblemList problems={problems} />
    </section>
  );
}

type ReportProps = { report: ImportReport; isAlone: boolean; onDone: () => void };

/** With no files left on the list it is all there is, and ends with the way out. */
function Report({ report, isAlone, onDone }: ReportProps) {
  const { problems } = report;
  return (
    <section className={styles.report} aria-label="Report of the import" data-alone={isAlone || undefined}>
      <div className={styles.reportHead}>
        <IconCheck size={16} stroke={2} aria-hidden />
        <b role="status">
          {describeImported(report)}
          {problems.length > 0 && `; ${describeFailed(problems)}`}
        </b>
        <span className={styles.room} />
        <UndoButton report={report} />
        <CopyReport report={report} />
        {!isAlone && <CloseButton label="Close the report" onClose={useImport.getState().closeReport} />}
      </div>
      {problems.length > 0 && <ProblemList problems={problems} />}
      {isAlone && (
        <div className={styles.reportHead}>
          <Button onClick={onDone} data-autofocus>
            Done
          </Button>
          <Button variant="default" onClick={() => void chooseFiles()}>
            Import other files…
          </Button>
        </div>
      )}
    </section>
  );
}

/** Takes the import back, named as the history names it, as long as it is the last step of the study. */
function UndoButton({ report: { undoLabel } }: { report: ImportReport }) {
  if (undoLabel === null) return null;
  const undo = async () => {
    const { history } = await getStudyApi().study.get();
    if (history.undo !== undoLabel) {
      showNotice('Other steps came after it', 'Undo them first, in the window’s header.');
      return;
    }
    await getStudyApi().history.undo();
    useImport.getState().closeReport();
    showNotice(`Undone: ${undoLabel}`, 'Redo in the window’s header imports the files again.');
  };
  return (
    <Button size="compact-xs" variant="default" onClick={() => void runAction(undo)}>
      Undo: {undoLabel}
    </Button>
  );
}

/** How long the button says that it has copied, in milliseconds. */
const copiedFor = 2000;

function CopyReport({ report }: { report: ImportReport }) {
  const [isCopied, setCopied] = useState(false);
  const timer = useRef(0);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const copy = () => {
    copyText(toReportText(report));
    setCopied(true);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setCopied(false), copiedFor);
  };
  return (
    <Button size="compact-xs" variant="default" onClick={copy}>
      {isCopied ? 'Copied' : 'Copy the report'}
    </Button>
  );
}

function CloseButton({ label, onClose }: { label: string; onClose: () => void }) {
  return (
    <ActionIcon size="sm" aria-label={label} title={label} onClick={onClose}>
      <IconX size={14} />
    </ActionIcon>
  );
}
