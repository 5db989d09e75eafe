import { Loader, UnstyledButton } from '@mantine/core';
import { IconFilePlus, IconFlask, IconFolderOpen } from '@tabler/icons-react';
import { type ComponentType, useEffect, useState } from 'react';
import type { OpeningProgress } from '../../electron/ipc/contract/bridge.ts';
import { useFrame } from '../frame/frame-state.ts';
import { keyName } from '../frame/key-names.ts';
import { runOutcome } from '../frame/study-files.ts';
import classes from './actions.module.css';

/** The three ways to a study: make one, open one, try the sample. */
export function Actions() {
  const setMakingStudy = useFrame((frame) => frame.setMakingStudy);
  return (
    <div className={classes.list}>
      <Action
        Icon={IconFilePlus}
        name="New study…"
        hint="Choose a coding scheme, then import your transcripts"
        keys={keyName('N')}
        isMain
        onClick={() => setMakingStudy(true)}
      />
      <Action
        Icon={IconFolderOpen}
        name="Open…"
        hint="A .casebench file; you can also drop it here"
        keys={keyName('O')}
        onClick={() => void runOutcome(() => window.casebench.openStudy(null))}
      />
      <SampleAction />
    </div>
  );
}

/** The sample is made from its transcripts the first time, which takes a moment. */
function SampleAction() {
  const [isOpening, setOpening] = useState(false);
  const [progress, setProgress] = useState<OpeningProgress>();
  useEffect(() => window.casebench.onOpeningProgress(setProgress), []);
  const open = async () => {
    setOpening(true);
    // Once it is open this page is left, so only a failure comes back here.
    if (!(await runOutcome(() => window.casebench.openSample()))) setOpening(false);
  };
  const steps = progress && isOpening ? `Making it: ${progress.done} of ${progress.total}` : undefined;
  return (
    <Action
      Icon={isOpening ? SmallLoader : IconFlask}
      name="Open the sample study"
      hint={steps ?? 'Three invented companies, coded and placed, to try everything on'}
      onClick={() => {
        if (!isOpening) void open();
      }}
    />
  );
}

const SmallLoader = () => <Loader size={18} aria-label="Opening" />;

type ActionProps = {
  Icon: ComponentType<{ size: number; stroke: number }>;
  name: string;
  hint: string;
  keys?: string;
  isMain?: boolean;
  onClick: () => void;
};

function Action({ Icon, name, hint, keys, isMain, onClick }: ActionProps) {
  return (
    <UnstyledButton className={classes.action ?? ''} data-main={isMain} onClick={onClick}>
      <span className={classes.icon}>
        <Icon size={20} stroke={1.5} />
      </span>
      <span>
        <span className={classes.name}>{name}</span>
        <span className={classes.hint}>{hint}</span>
      </span>
      {keys !== undefined && <span className={classes.keys}>{keys}</span>}
    </UnstyledButton>
  );
}
