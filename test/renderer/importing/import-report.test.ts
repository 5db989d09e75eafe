import { describe, expect, it } from 'vitest';
import { describeImported, toReportText } from '../../../renderer/importing/import-report.ts';

const report = { imported: 38, versions: 0, problems: [], undoLabel: 'Import 38 transcripts' };

describe('the report of an import', () => {
  it('says how many transcripts and new versions there are', () => {
    expect(describeImported(report)).toBe('38 transcripts imported');
    expect(describeImported({ imported: 3, versions: 2 })).toBe('1 transcript and 2 new versions imported');
    expect(describeImported({ imported: 1, versions: 1 })).toBe('1 new version imported');
  });

  it('is copied with a line for each file that could not be imported, and where it is', () => {
    const problems = [
      { path: '/interviews/C/empty.txt', message: 'empty.txt is empty: choose another file.' },
    ];
    expect(toReportText({ ...report, problems })).toBe(
      '38 transcripts imported.\n1 file could not be imported:\nempty.txt is empty: choose another file. [/interviews/C/empty.txt]',
    );
    expect(toReportText(report)).toBe('38 transcripts imported.');
  });
});
