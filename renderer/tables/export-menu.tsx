import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconCopy } from '@tabler/icons-react';
import type { Sheet } from '../../db/analysis/code-sheets.ts';
import type { TableChoice } from '../../electron/ipc/contract/crosstabs.ts';
import { getStudyApi } from '../api.ts';
import { copyText } from '../widgets/copy-text.ts';
import { count } from '../widgets/count.ts';
import { runAction, showNotice } from '../widgets/run-action.ts';
import { toHtmlTable, toTabbedText } from './sheet-text.ts';

const formats = [
  { format: 'csv', label: 'CSV table', kind: 'CSV' },
  { format: 'xlsx', label: 'Excel', kind: 'Excel' },
] as const;

type Props = {
  /** The file's name without its ending. */
  name: string;
  table: TableChoice;
  onCopy: () => void;
};

/** Takes the table along as it is shown: to the clipboard, or to a file. */
export function ExportMenu({ name, table, onCopy }: Props) {
  const save = (format: 'csv' | 'xlsx', kind: string) =>
    runAction(async () => {
      const filters = [{ name: kind, extensions: [format] }];
      const path = await window.casebench.chooseWhereToSave(`${name}.${format}`, filters);
      if (path === null) return;
      await getStudyApi().crosstab.export({ path, format, table });
      showNotice('Table exported', path);
    });
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconCopy size={14} aria-hidden />}
        onClick={() => onCopy()}
      >
        Copy
      </Button>
      <Menu position="bottom-end" width={160}>
        <Menu.Target>
          <Button size="xs" variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
            Export
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {formats.map(({ format, label, kind }) => (
            <Menu.Item key={format} onClick={() => void save(format, kind)}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

/** Puts a table on the clipboard, for spreadsheets and for texts. */
export function copySheet(sheet: Sheet): void {
  copyText(toTabbedText(sheet), toHtmlTable(sheet));
  showNotice('Table copied', `${count(sheet.rows.length, 'row')}, to paste into a spreadsheet or a text.`);
}
