import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { getStudyApi } from '../api.ts';
import { runAction, showNotice } from '../widgets/run-action.ts';

const figureFormats = [
  { format: 'pdf', label: 'PDF' },
  { format: 'svg', label: 'SVG' },
  { format: 'png', label: 'PNG' },
] as const;

const mappingFormats = [
  { format: 'csv', label: 'CSV table' },
  { format: 'json', label: 'JSON' },
] as const;

type Props = { palette: 'colour' | 'grey'; widthMm: number };

/** Writes the figure as it is shown, or the case mapping beneath it, to a file. */
export function ExportMenus({ palette, widthMm }: Props) {
  return (
    <>
      <ExportMenu
        title="Export figure"
        formats={figureFormats}
        onChoose={(format) =>
          saveAs('placement', format, 'Figure exported', (path) =>
            getStudyApi().figure.export({ path, name: 'placement', format, palette, widthMm }),
          )
        }
      />
      <ExportMenu
        title="Export case mapping"
        formats={mappingFormats}
        onChoose={(format) =>
          saveAs('case-mapping', format, 'Case mapping exported', (path) =>
            getStudyApi().mapping.export({ path, format }),
          )
        }
      />
    </>
  );
}

type MenuProps<F extends string> = {
  title: string;
  formats: readonly { format: F; label: string }[];
  onChoose: (format: F) => void;
};

function ExportMenu<F extends string>({ title, formats, onChoose }: MenuProps<F>) {
  return (
    <Menu position="bottom-start" width={160}>
      <Menu.Target>
        <Button size="xs" variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
          {title}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map(({ format, label }) => (
          <Menu.Item key={format} onClick={() => onChoose(format)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function saveAs(
  name: string,
  format: string,
  notice: string,
  write: (path: string) => Promise<unknown>,
): void {
  void runAction(async () => {
    const path = await window.casebench.chooseWhereToSave(`${name}.${format}`, [
      { name: format.toUpperCase(), extensions: [format] },
    ]);
    if (path === null) return;
    await write(path);
    showNotice(notice, path);
  });
}
