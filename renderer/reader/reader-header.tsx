import { ActionIcon, Text, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { memo } from 'react';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { Transcript } from '../../electron/ipc/contract/transcripts.ts';
import { type PaneSide, useDesk } from '../state/desk.ts';
import { TechniqueGlyph } from '../widgets/technique-glyph.tsx';
import { BesideMenu } from './beside-menu.tsx';
import { CodingsMenu } from './codings-menu.tsx';
import { OpenCodingToggle } from './open-coding-toggle.tsx';
import classes from './reader-header.module.css';
import { useReading } from './reading.ts';
import { TextMenu } from './text-menu.tsx';
import { TranscriptMenu } from './transcript-menu.tsx';

type Props = {
  side: PaneSide;
  isActive: boolean;
  isPair: boolean;
  transcript: Transcript;
  codes: readonly Code[];
  /** How many of its codings are shown. */
  shown: number;
};

/** Which transcript is open, how it is shown, and what the last key did. */
export const ReaderHeader = memo(function ReaderHeader(props: Props) {
  const { side, isActive, isPair, transcript, codes, shown } = props;
  return (
    <header className={classes.header}>
      <Text size="sm" c="dimmed" className={classes.company} title={transcript.company}>
        {transcript.company} ›
      </Text>
      <TechniqueGlyph letter={transcript.technique} />
      <h2 className={classes.title} title={transcript.name}>
        {transcript.name}
      </h2>
      <Text size="xs" c="dimmed" className={classes.facts}>
        {[
          transcript.date,
          `${transcript.words.toLocaleString()} words`,
          `${transcript.turnList.length.toLocaleString()} turns`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {isActive ? <Said /> : <span className={classes.said} />}
      <div className={classes.tools}>
        <OpenCodingToggle />
        <CodingsMenu codings={transcript.codingList} codes={codes} shown={shown} />
        <TextMenu />
        {isPair ? <ClosePane side={side} name={transcript.name} /> : <BesideMenu openId={transcript.id} />}
        <TranscriptMenu key={transcript.id} transcript={transcript} />
      </div>
    </header>
  );
});

function Said() {
  const announcement = useReading((reading) => reading.announcement);
  return (
    <output className={classes.said} aria-live="polite">
      {announcement}
    </output>
  );
}

function ClosePane({ side, name }: { side: PaneSide; name: string }) {
  return (
    <Tooltip label="Close this transcript">
      <ActionIcon
        size="sm"
        variant="subtle"
        aria-label={`Close ${name}`}
        onClick={() => useDesk.getState().closePane(side)}
      >
        <IconX size={16} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
}
