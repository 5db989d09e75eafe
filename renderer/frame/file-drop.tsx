import { IconFileImport } from '@tabler/icons-react';
import { useDesk } from '../state/desk.ts';
import classes from './file-drop.module.css';
import { runOutcome } from './study-files.ts';
import { useFileDrop } from './use-file-drop.ts';

/** Files dropped anywhere are imported; a study among them is opened instead. */
export function FileDrop() {
  const startImport = useDesk((desk) => desk.startImport);
  const isOver = useFileDrop((paths) => {
    const study = paths.find((path) => path.toLowerCase().endsWith('.casebench'));
    if (study !== undefined) void runOutcome(() => window.casebench.openStudy(study));
    else startImport(paths);
  });
  if (!isOver) return null;
  return (
    <div className={classes.cover}>
      <div className={classes.sign}>
        <IconFileImport size={28} stroke={1.4} aria-hidden />
        Drop files or folders to import them
      </div>
    </div>
  );
}
