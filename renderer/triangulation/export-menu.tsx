import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { getStudyApi } from '../api.ts';
import { runAction, showNotice } from '../widgets/run-action.ts';

const formats = [
  { format: 'csv', label: 'CSV table', kind: 'CSV' },
  { format: 'json', label: 'JSON', kind: 'JSON' },
] as const;

/** Writes the whole matrix, all kinds of items, to a file. */
export function ExportMenu() {
  const save = (format: 'csv' | 'json', kind: string) =>
    runAction(async () => {
      const filters = [{ name: kind, extensions: [format] }];
      const path = await window.casebench.chooseWhereToSave(`Triangulation.${format}`, filters);
      if (path === null) return;
      await getStudyApi().triangulation.export({ path, format });
      showNotice('Triangulation exported', path);
    });
  return (
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
  );
}
