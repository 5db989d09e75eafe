import { getStudyApi } from '../api.ts';
import { ExportMenu } from '../widgets/export-menu.tsx';

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
        side="start"
        formats={figureFormats}
        name="placement"
        onWrite={(path, format) =>
          getStudyApi().figure.export({ path, name: 'placement', format, palette, widthMm })
        }
        done="Figure exported"
      />
      <ExportMenu
        title="Export case mapping"
        side="start"
        formats={mappingFormats}
        name="case-mapping"
        onWrite={(path, format) => getStudyApi().mapping.export({ path, format })}
        done="Case mapping exported"
      />
    </>
  );
}
