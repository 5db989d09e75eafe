import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { ShortcutButton } from '../frame/shortcut-sheet.tsx';
import { runOutcome } from '../frame/study-files.ts';
import { ThemeSwitch } from '../frame/theme-switch.tsx';
import { useFileDrop } from '../frame/use-file-drop.ts';
import { showProblem } from '../widgets/run-action.ts';
import { Actions } from './actions.tsx';
import { ChainFigure } from './chain-figure.tsx';
import { RecentStudies } from './recent-studies.tsx';
import classes from './welcome.module.css';

type Props = { problem: string | null };

/** The first window: what the program does, in a sentence, and the ways to a study. */
export function Welcome({ problem }: Props) {
  const isOver = useFileDrop(openDropped);
  return (
    <div className={classes.page} data-over={isOver || undefined}>
      <div className={classes.tools}>
        <ThemeSwitch />
        <ShortcutButton />
      </div>
      <main className={classes.columns}>
        <section className={classes.intro}>
          <h1 className={classes.title}>Casebench</h1>
          <p className={classes.sentence}>
            From the transcripts of your case study to a published maturity figure, with every claim traceable
            to the words it rests on.
          </p>
          <ChainFigure />
          {problem !== null && (
            <Alert
              color="red"
              icon={<IconAlertTriangle size={18} />}
              role="alert"
              className={classes.problem ?? ''}
            >
              {problem}
            </Alert>
          )}
          <Actions />
        </section>
        <RecentStudies />
      </main>
      <footer className={classes.footer}>
        <span>Everything stays on this computer.</span>
        <span>Version {window.casebench.version}</span>
      </footer>
    </div>
  );
}

function openDropped(paths: string[]): void {
  const study = paths.find((path) => path.toLowerCase().endsWith('.casebench'));
  if (study !== undefined) void runOutcome(() => window.casebench.openStudy(study));
  else
    showProblem(
      'Drop a study (a file that ends in .casebench) here. Transcripts are imported into an open study.',
    );
}
