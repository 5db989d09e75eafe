import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFindings } from '../../db/audit.ts';
import { listEvidence } from '../../db/evidence.ts';
import { newestVersion } from '../../db/migrate.ts';
import { listCompanyPlacements } from '../../db/placements.ts';
import { query } from '../../db/sql.ts';
import type { Study } from '../../db/study.ts';
import { listRatings } from '../../db/tables/ratings.ts';
import { countRows, freePath, makeOpenStudy, openAgain } from '../support/study.ts';

const folder = join('test', 'fixtures', 'studies');
const files = readdirSync(folder).filter((name) => name.endsWith('.casebench'));

function openCopy(name: string): Study {
  const path = freePath();
  copyFileSync(join(folder, name), path);
  return openAgain(path);
}

it('there is a stored study of every schema version', () => {
  const versions = Array.from({ length: newestVersion() }, (_, index) => `version-${index + 1}.casebench`);
  expect(files.sort()).toEqual(versions);
  // Bytes 60 to 63 of an SQLite file are its user version.
  expect(files.map((name) => readFileSync(join(folder, name)).readUInt32BE(60))).toEqual(
    versions.map((_, index) => index + 1),
  );
});

describe.each(files)('the stored study %s', (name) => {
  it('opens with all that it holds', () => {
    const { read, isReadOnly } = openCopy(name);
    expect(isReadOnly).toBe(false);
    expect(listEvidence(read)).toMatchObject([
      {
        quote: 'We keep versions.',
        itemRef: 'A1',
        company: 'A',
        coder: 'AB',
        speakers: [{ participant: 'P1' }],
      },
    ]);
    expect(listRatings(read)).toMatchObject([{ itemRef: '1.10', value: 'L', excerptIds: [1] }]);
    expect(listCompanyPlacements(read)).toMatchObject([
      { label: 'A', placement: 0.5, computed: { low: 0, high: 1 }, narrowing: ['1.1'] },
    ]);
    expect(listFindings(read).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('can be undone and redone as far as when it was closed', () => {
    const study = openCopy(name);
    expect(study.redo()).toBe('Code Trust');
    expect(listEvidence(study.read)).toHaveLength(2);
    const undone = [study.undo(), study.undo(), study.undo(), study.undo(), study.undo()];
    expect(undone).toEqual(['Code Trust', 'Rate and place A', 'Code A1', 'Import A_P1', null]);
    expect(countRows(study.read, 'transcripts')).toBe(0);
  });

  it('has the very schema of a new study', () => {
    const schema = query({}, 'SELECT type, name, sql FROM sqlite_schema ORDER BY type, name');
    expect(openCopy(name).read.all(schema)).toEqual(makeOpenStudy().read.all(schema));
  });

  it('stays one file, without the back-up that a schema change needs', () => {
    const study = openCopy(name);
    study.close();
    const beside = readdirSync(dirname(study.path)).filter((file) => file.startsWith(basename(study.path)));
    expect(beside).toEqual([basename(study.path)]);
  });
});
