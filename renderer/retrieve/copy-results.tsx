import { ActionIcon, Menu } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import type { Evidence } from '../../electron/ipc/contract/codes.ts';
import { getStudyApi } from '../api.ts';
import { copyText } from '../widgets/copy-text.ts';
import { count } from '../widgets/count.ts';
import { runAction, showNotice } from '../widgets/run-action.ts';
import { toReferencedText, toTable } from './result-text.ts';

/** A clipboard is no place for more: programs that paste it would stand still. */
const mostCopied = 5000;
const readAtOnce = 500;

/** Puts what was found on the clipboard, in the order of the list. */
export function CopyResults({ ids }: { ids: readonly number[] }) {
  const copy = (write: (codings: readonly Evidence[]) => string) =>
    void runAction(async () => {
      const wanted = [...new Set(ids)];
      const codings = await readAll(wanted.slice(0, mostCopied));
      copyText(write(codings));
      const rest = wanted.length - codings.length;
      const more =
        rest > 0 ? ` ${rest.toLocaleString('en')} more are not: narrow the question to copy them.` : '';
      showNotice('Copied', `${count(codings.length, 'coding')} can be pasted now.${more}`);
    });
  return (
    <Menu position="bottom-end" width={270} transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <ActionIcon aria-label="Copy results" disabled={ids.length === 0}>
          <IconCopy size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => copy(toReferencedText)}>Copy as text with references</Menu.Item>
        <Menu.Item onClick={() => copy(toTable)}>Copy as a table for a spreadsheet</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

async function readAll(ids: readonly number[]): Promise<Evidence[]> {
  const codings: Evidence[] = [];
  for (let from = 0; from < ids.length; from += readAtOnce)
    codings.push(...(await getStudyApi().retrieval.page({ ids: ids.slice(from, from + readAtOnce) })));
  return codings;
}
