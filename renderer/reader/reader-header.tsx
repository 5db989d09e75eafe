import { Text } from '@mantine/core';
import type { Transcript } from '../../electron/ipc/contract/transcripts.ts';
import { TechniqueGlyph } from '../widgets/technique-glyph.tsx';
import { OpenCodingToggle } from './open-coding-toggle.tsx';
import classes from './reader-header.module.css';
import { useReading } from './reading.ts';
import { TranscriptMenu } from './transcript-menu.tsx';

/** Which transcript is open, and what the last key did. */
export function ReaderHeader({ transcript }: { transcript: Transcript }) {
  const announcement = useReading((reading) => reading.announcement);
  return (
    <header className={classes.header}>
      <Text size="sm" c="dimmed">
        {transcript.company} ›
      </Text>
      <TechniqueGlyph letter={transcript.technique} />
      <h2 className={classes.title}>{transcript.name}</h2>
      <Text size="xs" c="dimmed" className={classes.facts}>
        {[
          transcript.date,
          `${transcript.words.toLocaleString()} words`,
          `${transcript.turnList.length.toLocaleString()} turns`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <output className={classes.said} aria-live="polite">
        {announcement}
      </output>
      <OpenCodingToggle />
      <TranscriptMenu transcript={transcript} />
    </header>
  );
}
