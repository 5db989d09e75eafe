import { Button, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { chooseFiles } from './choose-files.ts';
import styles from './importing.module.css';

/** What the sheet shows while it has no files: where to drop them, and what a file name can tell. */
export function DropArea() {
  return (
    <div className={styles.dropArea}>
      <IconFileImport size={34} stroke={1.3} aria-hidden />
      <Text fw={600}>Drop transcripts or a folder of them here</Text>
      <Button onClick={() => void chooseFiles()} data-autofocus>
        Choose files…
      </Button>
      <Text size="xs" c="dimmed" maw={460}>
        Word, OpenDocument, Rich Text, PDF, web pages, subtitles (VTT, SRT), tables (CSV), Whisper’s JSON,
        Markdown and plain text are read. A name such as{' '}
        <b className={styles.fileNameExample}>A_W1-W5_2021-02-03.docx</b> tells the company, who took part and
        the date; whatever it does not tell you fill in here. Nothing is written before you press Import.
      </Text>
    </div>
  );
}
