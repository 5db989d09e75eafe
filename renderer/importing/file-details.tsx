import { ActionIcon, Tabs } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { count } from '../widgets/count.ts';
import { ExcerptsTab } from './excerpts-tab.tsx';
import { FileRemarks } from './file-remarks.tsx';
import { type DraftFile, removeFiles } from './import-draft.ts';
import { type DetailTab, detailTabs, useImport } from './import-store.ts';
import styles from './importing.module.css';
import { SpeakerList } from './speaker-list.tsx';
import { SpeakerRuleField } from './speaker-rule-field.tsx';
import { TextTab } from './text-tab.tsx';
import { TurnList } from './turn-list.tsx';
import { noneMissing, type PreparedFiles } from './use-prepared-files.ts';
import { VersionChoiceField } from './version-choice.tsx';

/** The file last chosen: what it is, what was noticed about it, who speaks in it, its turns, and how it begins. */
export function FileDetails({ prepared }: { prepared: PreparedFiles }) {
  const lead = useImport(({ selection }) => selection.lead);
  const { files } = prepared;
  const file = useMemo(() => files.find(({ path }) => path === lead), [files, lead]);
  if (!file) return <aside className={styles.details} aria-label="Details" />;
  const missing = prepared.missingOf.get(file.path) ?? noneMissing;
  return (
    <aside className={styles.details} aria-label={`Details of ${file.preview.fileName}`} key={file.path}>
      <div className={styles.aboutFile}>
        <DetailsHeader file={file} />
        <FileRemarks file={file} companies={prepared.companies} />
        <VersionChoiceField file={file} missing={missing} />
      </div>
      <DetailTabs
        file={file}
        views={{
          speakers: (
            <>
              <SpeakerRuleField file={file} />
              <SpeakerList
                file={file}
                newSpeakers={prepared.speakers}
                missing={missing}
                companies={prepared.companies}
              />
            </>
          ),
          turns: <TurnList file={file} />,
          text: <TextTab file={file} />,
          excerpts: file.effect && !('problem' in file.effect) && <ExcerptsTab effect={file.effect} />,
        }}
      />
    </aside>
  );
}

function DetailsHeader({ file }: { file: DraftFile }) {
  const { fileName, format, words, turns } = file.preview;
  return (
    <header className={styles.detailsHeader}>
      <div className={styles.fileName}>
        <h2>
          <bdi>{fileName}</bdi>
        </h2>
        <span>
          {format}, {count(words, 'word')}, {count(turns, 'turn')}
        </span>
        <span title={file.path}>
          <bdi>{file.path}</bdi>
        </span>
      </div>
      <ActionIcon
        size="sm"
        aria-label={`Take ${fileName} off the list`}
        title="Take off the list"
        onClick={() => useImport.getState().change((draft) => removeFiles(draft, new Set([file.path])))}
      >
        <IconX size={14} />
      </ActionIcon>
    </header>
  );
}

type TabsProps = { file: DraftFile; views: Record<DetailTab, React.ReactNode> };

function DetailTabs({ file, views }: TabsProps) {
  const { speakers, turns } = file.preview;
  const names: Record<DetailTab, string> = {
    speakers: `Speakers ${speakers.length.toLocaleString('en')}`,
    turns: `Turns ${turns.toLocaleString('en')}`,
    text: 'Text',
    excerpts: 'Excerpts',
  };
  const offered = detailTabs.filter((tab) => tab !== 'excerpts' || views.excerpts);
  const wanted = useImport((state) => state.tab);
  const tab = offered.includes(wanted) ? wanted : 'speakers';
  const show = (value: string | null) =>
    useImport.getState().show({ tab: offered.find((one) => one === value) ?? 'speakers' });
  return (
    <Tabs
      value={tab}
      onChange={show}
      className={styles.tabs ?? ''}
      classNames={{ tab: styles.tab ?? '', panel: styles.panel ?? '' }}
      keepMounted={false}
    >
      <Tabs.List>
        {offered.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {names[one]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={tab}>{views[tab]}</Tabs.Panel>
    </Tabs>
  );
}
