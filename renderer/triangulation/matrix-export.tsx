import { getStudyApi } from '../api.ts';
import { ExportMenu } from '../widgets/export-menu.tsx';

const formats = [
  { format: 'csv', label: 'CSV table' },
  { format: 'json', label: 'JSON' },
] as const;

/** Writes the whole matrix, all kinds of items, to a file. */
export function MatrixExport() {
  return (
    <ExportMenu
      formats={formats}
      name="Triangulation"
      onWrite={(path, format) => getStudyApi().triangulation.export({ path, format })}
      done="Triangulation exported"
    />
  );
}
