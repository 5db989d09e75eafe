import { exportPlacementFigure, findFigureFormat } from '../export/placement-figure.ts';
import { resourceFolders } from '../resource-folders.ts';
import { type Command, needed, oneAmong, readArguments, UsageError } from './usage.ts';
import { withStudy } from './with-study.ts';

const usage = 'figure <study> placement --out f.svg|.pdf|.png [--width-mm 181] [--palette colour|grey]';

/** Writes a figure; the format is the ending of the file. */
export const figureCommand: Command = {
  name: 'figure',
  usage,
  summary: 'Writes the placement figure as SVG, PDF or PNG, the same picture as on screen.',
  run: async (args) => {
    const { options, words } = readArguments(
      args,
      { out: { type: 'string' }, 'width-mm': { type: 'string' }, palette: { type: 'string' } },
      usage,
      2,
    );
    const study = needed(words[0], 'The study', usage);
    oneAmong(needed(words[1], 'The name of the figure', usage), ['placement'], 'The figure');
    const path = needed(options.out, 'The file to write', usage);
    const format = findFigureFormat(path);
    if (!format) throw new UsageError(`“${path}” ends in no format of figures; use .svg, .pdf or .png.`);
    const look = {
      ...(options['width-mm'] ? { widthMm: readWidth(options['width-mm']) } : {}),
      ...(options.palette ? { palette: oneAmong(options.palette, ['colour', 'grey'], '--palette') } : {}),
    };
    await withStudy(study, ({ read }) =>
      exportPlacementFigure(read, { path, format, fontFolder: resourceFolders().fonts }, look),
    );
    return 0;
  },
};

function readWidth(text: string): number {
  const width = Number(text);
  if (width >= 60 && width <= 420) return width;
  throw new UsageError(`“${text}” is no width; give millimetres from 60 to 420.`);
}
