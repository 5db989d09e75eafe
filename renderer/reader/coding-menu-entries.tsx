import { Kbd, Menu } from '@mantine/core';
import { evidenceTypes, statuses, statusGlyphs } from '../../db/model/coding.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { Coding } from '../../electron/ipc/contract/transcripts.ts';
import { titleOfCode } from '../codes/code-branches.ts';
import { CodeDot } from '../codes/code-dot.tsx';
import { useCoders } from '../state/queries.ts';
import {
  type CodingCommand,
  type CommandContext,
  listCodingCommands,
  listPassageCommands,
  toEntry,
} from './coding-commands.ts';
import classes from './coding-menu.module.css';
import type { CommandDesk } from './run-command.ts';
import { keyOfEvidence, keyOfStatus, type Words } from './word-keys.ts';

type Run = (command: CodingCommand) => void;

type NamesProps = { codings: readonly Coding[]; codes: readonly Code[]; onChoose: (id: number) => void };

/** The codings beneath the pointer, by name: first one says which is meant. */
export function CodingNames({ codings, codes, onChoose }: NamesProps) {
  const { data: coders } = useCoders();
  if (codings.length === 0) return null;
  return (
    <>
      <Menu.Label>{codings.length === 1 ? 'The coding here' : 'The codings here'}</Menu.Label>
      {codings.map((coding) => {
        const code = codes.find(({ id }) => id === coding.codeId);
        const coder = coders?.find(({ id }) => id === coding.coderId)?.name ?? '';
        return code ? (
          <Menu.Item
            key={coding.id}
            leftSection={<CodeDot code={code} />}
            rightSection={<span className={classes.coder}>{coder} ›</span>}
            onClick={() => onChoose(coding.id)}
          >
            {titleOfCode(code)} <span title={coding.status}>{statusGlyphs[coding.status]}</span>
          </Menu.Item>
        ) : null;
      })}
      <Menu.Divider />
    </>
  );
}

export function PassageEntries({ isSelected, run }: { isSelected: boolean; run: Run }) {
  return (
    <>
      <Menu.Label>{isSelected ? 'The selection' : 'This place'}</Menu.Label>
      <Entries commands={listPassageCommands(isSelected)} run={run} />
    </>
  );
}

type CodingEntriesProps = {
  coding: Coding;
  desk: CommandDesk;
  has: CommandContext;
  run: Run;
  say: (words: Words) => void;
};

export function CodingEntries({ coding, desk, has, run, say }: CodingEntriesProps) {
  const code = desk.codes.find(({ id }) => id === coding.codeId);
  const [ofCode, others] = listCodingCommands(has);
  return (
    <>
      <Menu.Label className={classes.title ?? ''}>{code ? titleOfCode(code) : 'Coding'}</Menu.Label>
      <Entries commands={ofCode} run={run} />
      <WordMenu
        label="Status"
        chosen={coding.status}
        words={statuses}
        glyphOf={(status) => statusGlyphs[status]}
        keyOf={keyOfStatus}
        onChoose={(status) => say({ status })}
      />
      <WordMenu
        label="Evidence"
        chosen={coding.evidence}
        words={evidenceTypes}
        keyOf={keyOfEvidence}
        onChoose={(evidence) => say({ evidence })}
      />
      <Menu.Divider />
      <Entries commands={others} run={run} />
    </>
  );
}

function Entries({ commands, run }: { commands: readonly CodingCommand[]; run: Run }) {
  const isMac = window.casebench.platform === 'darwin';
  return commands.map((command) => {
    const { label, key } = toEntry(command, isMac);
    return (
      <Menu.Item key={command} rightSection={<Kbd size="xs">{key}</Kbd>} onClick={() => run(command)}>
        {label}
      </Menu.Item>
    );
  });
}

type WordMenuProps<T extends string> = {
  label: string;
  chosen: T;
  words: readonly T[];
  glyphOf?: (word: T) => string;
  keyOf: (word: T) => string;
  onChoose: (word: T) => void;
};

/** A closed set of words beneath one entry; the one that holds is marked. */
function WordMenu<T extends string>({ label, chosen, words, glyphOf, keyOf, onChoose }: WordMenuProps<T>) {
  return (
    <Menu.Sub transitionProps={{ duration: 0 }}>
      <Menu.Sub.Target>
        <Menu.Sub.Item>
          {label} <span className={classes.coder}>{chosen}</span>
        </Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown aria-label={label}>
        {words.map((word) => (
          <Menu.Item
            key={word}
            leftSection={
              glyphOf ? (
                <span className={classes.glyph} aria-hidden="true">
                  {glyphOf(word)}
                </span>
              ) : undefined
            }
            rightSection={<Kbd size="xs">{keyOf(word)}</Kbd>}
            data-chosen={word === chosen || undefined}
            aria-current={word === chosen || undefined}
            className={classes.word ?? ''}
            onClick={() => onChoose(word)}
          >
            {word}
          </Menu.Item>
        ))}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}
