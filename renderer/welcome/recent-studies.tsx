import { ActionIcon, Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { RecentStudy } from '../../electron/ipc/contract/bridge.ts';
import { runOutcome } from '../frame/study-files.ts';
import { runAction } from '../widgets/run-action.ts';
import classes from './recent-studies.module.css';
import { folderOf, sayWhen } from './recent-words.ts';

/** Studies opened lately on this computer, the newest first. */
export function RecentStudies() {
  const [recent, setRecent] = useState<RecentStudy[]>();
  useEffect(() => {
    void runAction(() => window.casebench.listRecent()).then(setRecent);
  }, []);
  if (!recent) return <section className={classes.section} aria-label="Recent studies" />;
  const forget = (path: string) =>
    void runAction(() => window.casebench.forgetRecent(path)).then((left) => left && setRecent(left));
  return (
    <section className={classes.section} aria-label="Recent studies">
      <h2 className={classes.title}>Recent studies</h2>
      {recent.length === 0 && (
        <p className={classes.empty}>
          Studies you open will be listed here. If you are new, the sample study shows the whole way from a
          transcript to the figure.
        </p>
      )}
      <ul className={classes.list}>
        {recent.map((study) => (
          <Entry key={study.path} study={study} onForget={() => forget(study.path)} />
        ))}
      </ul>
    </section>
  );
}

function Entry({ study, onForget }: { study: RecentStudy; onForget: () => void }) {
  const { path, name, openedAt, isMissing } = study;
  return (
    <li className={classes.entry} data-missing={isMissing || undefined}>
      <UnstyledButton
        className={classes.open ?? ''}
        title={path}
        onClick={() => void runOutcome(() => window.casebench.openStudy(path))}
      >
        <span className={classes.name}>
          <VisuallyHidden>Open </VisuallyHidden>
          {name}
        </span>
        <span className={classes.when}>{isMissing ? 'file not found' : sayWhen(openedAt, new Date())}</span>
        <span className={classes.folder}>
          <bdi>{folderOf(path)}</bdi>
        </span>
      </UnstyledButton>
      <Tooltip label="Remove from this list; the file stays">
        <ActionIcon
          className={classes.forget ?? ''}
          size="sm"
          aria-label={`Remove ${name} from the list`}
          onClick={onForget}
        >
          <IconX size={15} stroke={1.5} />
        </ActionIcon>
      </Tooltip>
    </li>
  );
}
