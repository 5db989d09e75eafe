import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAnchorPlace, setAnchor } from '../../../db/code-anchor.ts';
import { changeCode, countDeletion, createCode, deleteCodes, moveCodes } from '../../../db/code-changes.ts';
import { countCodes } from '../../../db/code-counts.ts';
import { mergeCodes, splitCode } from '../../../db/code-merge.ts';
import { newGuid } from '../../../db/guid.ts';
import { listAncestors, listBranch } from '../../../db/model/code-tree.ts';
import { integer, nullable, query, text, type WriteHandle } from '../../../db/sql.ts';
import type { Study } from '../../../db/study.ts';
import { findItemCode, findOpenCode, getCode, listCodes } from '../../../db/tables/codes.ts';
import { listCodingsOfTranscript } from '../../../db/tables/codings.ts';
import { addCoding, addTranscript, countRows, dumpTables, makeOpenStudy } from '../../support/study.ts';

const words = '😀 We keep versions in Artifactory, and nobody trusts them.';

/** A study with the transcript 1, in which P1 and P2 speak, and open codes: culture › fear, trust › doubt, and tools. */
function makeStudy(): Study {
  const study = makeOpenStudy();
  study.transact({ label: 'Import' }, (write) => {
    addTranscript(write, {
      name: 'T',
      company: 'A',
      technique: 'P',
      lines: [
        ['P1', words],
        ['P2', 'Nor do I.'],
      ],
    });
    const culture = createCode(write, { name: 'culture', parentId: null, definition: 'How they think.' });
    createCode(write, { name: 'fear', parentId: culture, definition: 'Being afraid.' });
    const trust = createCode(write, { name: 'trust', parentId: culture, definition: '' });
    createCode(write, { name: 'doubt', parentId: trust, definition: '' });
    createCode(write, { name: 'tools', parentId: null, definition: '' });
  });
  return study;
}

const idOf = (study: Study, name: string) =>
  (findItemCode(study.read, name) ?? findOpenCode(study.read, name))?.id ?? 0;
const code = (study: Study, name: string) => getCode(study.read, idOf(study, name));
const add = (study: Study, wish: Omit<Parameters<typeof addCoding>[1], 'transcript'>) =>
  study.transact({ label: 'Code' }, (write) => addCoding(write, { transcript: 'T', ...wish }));
const change = (study: Study, fn: (write: WriteHandle) => void) => study.transact({ label: 'Change' }, fn);
const childrenOf = (study: Study, name: string | null) =>
  listCodes(study.read)
    .filter(
      ({ kind, parentId }) => kind === 'open' && parentId === (name === null ? null : idOf(study, name)),
    )
    .map((row) => row.name);
const codingsOf = (study: Study, name: string) =>
  listCodingsOfTranscript(study.read, 1).filter(({ codeId }) => codeId === idOf(study, name));

/** Adds memos, a summary and an anchor to what “trust” has, with links and excerpts of their own. */
function furnish(study: Study): void {
  change(study, (write) => {
    const trust = idOf(study, 'trust');
    const codingId = addCoding(write, { transcript: 'T', quote: 'nobody trusts', code: 'trust' });
    addCoding(write, { transcript: 'T', quote: 'versions', code: 'doubt' });
    const memo = { kind: 'note', title: '', text: 'Why?', changedAt: '2021-02-03T00:00:00Z' };
    write.insert('memos', { guid: newGuid(), codeId: trust, ...memo });
    const memoId = write.insert('memos', { guid: newGuid(), codingId, ...memo });
    const { excerptId } = listCodingsOfTranscript(write, 1).find(({ id }) => id === codingId) ?? {
      excerptId: 0,
    };
    write.insert('memo_links', { memoId, excerptId });
    write.insert('summaries', {
      guid: newGuid(),
      companyId: 1,
      codeId: trust,
      text: 'Little of it.',
      changedAt: '2021-02-03T00:00:00Z',
    });
    setAnchor(write, trust, { transcriptId: 1, start: 4, end: 9 });
  });
}

describe('names of codes', () => {
  it('are taken whatever their case and accents, by items too', () => {
    const study = makeStudy();
    const create = (name: string) =>
      change(study, (write) => void createCode(write, { name, parentId: null, definition: '' }));
    expect(() => create('CULTURE')).toThrow('There is already a code “culture”');
    expect(() => create('cúlture ')).toThrow('There is already a code “culture”');
    expect(() => create('d1')).toThrow(/There is already a code “D1 /);
    expect(() => change(study, (write) => changeCode(write, idOf(study, 'fear'), { name: 'Trust' }))).toThrow(
      'There is already a code “trust”',
    );
  });

  it('may change in case alone', () => {
    const study = makeStudy();
    change(study, (write) => changeCode(write, idOf(study, 'fear'), { name: 'Fear' }));
    expect(code(study, 'fear').name).toBe('Fear');
  });

  it('and definitions of items stay the scheme’s; how the researcher uses them is hers', () => {
    const study = makeStudy();
    const id = idOf(study, 'D1');
    expect(() => change(study, (write) => changeCode(write, id, { definition: 'Mine' }))).toThrow(
      'those of the scheme',
    );
    change(study, (write) => changeCode(write, id, { whenToUse: 'Sensors', anchorExample: '“We log.”' }));
    expect(code(study, 'D1')).toMatchObject({
      whenToUse: 'Sensors',
      anchorExample: '“We log.”',
      whenNotToUse: '',
    });
  });
});

describe('moving codes', () => {
  it('keeps the order they are put in', () => {
    const study = makeStudy();
    change(study, (write) =>
      moveCodes(write, [idOf(study, 'tools')], {
        parentId: idOf(study, 'culture'),
        beforeId: idOf(study, 'trust'),
      }),
    );
    expect(childrenOf(study, 'culture')).toEqual(['fear', 'tools', 'trust']);
    change(study, (write) =>
      moveCodes(write, [idOf(study, 'doubt'), idOf(study, 'fear')], {
        parentId: null,
        beforeId: idOf(study, 'culture'),
      }),
    );
    expect(childrenOf(study, null)).toEqual(['doubt', 'fear', 'culture']);
    study.undo();
    study.undo();
    expect(childrenOf(study, 'culture')).toEqual(['fear', 'trust']);
  });

  it('puts an open code beneath an item of the scheme, with all beneath it', () => {
    const study = makeStudy();
    change(study, (write) =>
      moveCodes(write, [idOf(study, 'trust')], { parentId: idOf(study, 'D5'), beforeId: null }),
    );
    const above = listAncestors(listCodes(study.read), idOf(study, 'doubt'));
    expect(above.map(({ name, itemRef }) => itemRef ?? name)).toEqual(['D5', 'trust']);
  });

  it('refuses a circle and scheme items, in a sentence, and changes nothing', () => {
    const study = makeStudy();
    const before = dumpTables(study.read);
    const move = (ids: string[], to: string) =>
      change(study, (write) =>
        moveCodes(
          write,
          ids.map((name) => idOf(study, name)),
          { parentId: idOf(study, to), beforeId: null },
        ),
      );
    expect(() => move(['culture'], 'doubt')).toThrow('A code cannot stand beneath itself.');
    expect(() => move(['tools', 'culture'], 'culture')).toThrow('A code cannot stand beneath itself.');
    expect(() => move(['D1'], 'culture')).toThrow('An item of the scheme keeps its place');
    expect(dumpTables(study.read)).toEqual(before);
  });
});

describe('deleting codes', () => {
  it('takes sub-codes, codings, memos, summaries and excerpts, and one undo brings all of it back', () => {
    const study = makeStudy();
    furnish(study);
    const full = dumpTables(study.read);
    expect(countDeletion(study.read, [idOf(study, 'culture')])).toEqual({
      codes: 4,
      subcodes: 3,
      codings: 2,
    });
    change(study, (write) => deleteCodes(write, [idOf(study, 'culture')]));
    const bare = dumpTables(study.read);
    for (const table of ['codings', 'memos', 'memo_links', 'summaries', 'excerpts']) {
      expect([table, bare[table]]).toEqual([table, []]);
    }
    expect(childrenOf(study, null)).toEqual(['tools']);
    study.undo();
    expect(dumpTables(study.read)).toEqual(full);
    study.redo();
    expect(dumpTables(study.read)).toEqual(bare);
    study.undo();
    expect(dumpTables(study.read)).toEqual(full);
  });

  it('counts a code once that goes along with another, and refuses items', () => {
    const study = makeStudy();
    const ids = [idOf(study, 'doubt'), idOf(study, 'culture')];
    expect(countDeletion(study.read, ids)).toEqual({ codes: 4, subcodes: 2, codings: 0 });
    change(study, (write) => deleteCodes(write, ids));
    expect(childrenOf(study, null)).toEqual(['tools']);
    expect(() => change(study, (write) => deleteCodes(write, [idOf(study, 'D1')]))).toThrow(
      'only open codes are deleted',
    );
  });
});

describe('merging codes', () => {
  const merge = (study: Study, names: string[], into: string, children: 'target' | 'parent' = 'target') =>
    change(study, (write) =>
      mergeCodes(
        write,
        names.map((name) => idOf(study, name)),
        idOf(study, into),
        children,
      ),
    );

  it('makes two codings of one coder on one excerpt one, and keeps those of others', () => {
    const study = makeStudy();
    add(study, { quote: 'versions', code: 'fear', status: 'not stated' });
    add(study, { quote: 'versions', code: 'tools', status: 'partly', evidence: 'artefact' });
    add(study, { quote: 'versions', code: 'tools', coder: 'CD', status: 'planned' });
    add(study, { quote: 'Artifactory', code: 'tools' });
    merge(study, ['tools'], 'fear');
    expect(
      codingsOf(study, 'fear').map(({ quote, coderId, status, evidence }) => [
        quote,
        coderId,
        status,
        evidence,
      ]),
    ).toEqual([
      ['versions', 1, 'partly', 'artefact'],
      ['versions', 2, 'planned', 'affirmation'],
      ['Artifactory', 1, 'in place', 'affirmation'],
    ]);
    expect(findOpenCode(study.read, 'tools')).toBeUndefined();
  });

  it('tells in the comment what the merged coding stated otherwise', () => {
    const study = makeStudy();
    add(study, { quote: 'versions', code: 'fear', status: 'in place' });
    add(study, { quote: 'versions', code: 'tools', status: 'planned' });
    merge(study, ['tools'], 'fear');
    expect(codingsOf(study, 'fear')).toMatchObject([
      { status: 'in place', comment: 'Before merging also: planned' },
    ]);
  });

  it('keeps memos, summaries, definitions and the anchor, and one undo parts them again', () => {
    const study = makeStudy();
    furnish(study);
    change(study, (write) => {
      changeCode(write, idOf(study, 'trust'), { definition: 'Relying on it.', whenToUse: 'Said aloud.' });
      write.insert('summaries', {
        guid: newGuid(),
        companyId: 1,
        codeId: idOf(study, 'fear'),
        text: 'Much of it.',
        changedAt: '2021-02-03T00:00:00Z',
      });
    });
    const full = dumpTables(study.read);
    merge(study, ['trust'], 'fear');
    const fear = code(study, 'fear');
    expect(fear).toMatchObject({
      definition: 'Being afraid.\n\nRelying on it.',
      whenToUse: 'Said aloud.',
      anchorExample: '😀 We',
    });
    expect(findAnchorPlace(study.read, fear.id)).toMatchObject({ transcript: 'T', start: 4, end: 9 });
    const summaries = query({ text, codeId: integer }, 'SELECT text, code_id AS codeId FROM summaries');
    expect(study.read.all(summaries)).toEqual([{ text: 'Much of it.\n\nLittle of it.', codeId: fear.id }]);
    const memos = query(
      { codeId: nullable(integer), codingId: nullable(integer) },
      'SELECT code_id AS codeId, coding_id AS codingId FROM memos ORDER BY id',
    );
    expect(study.read.all(memos)).toEqual([
      { codeId: fear.id, codingId: null },
      { codeId: null, codingId: codingsOf(study, 'fear')[0]?.id },
    ]);
    expect(childrenOf(study, 'fear')).toEqual(['doubt']);
    study.undo();
    expect(dumpTables(study.read)).toEqual(full);
    study.redo();
    expect(codingsOf(study, 'fear')).toHaveLength(1);
  });

  it('takes parent and child at once and loses no coding of either', () => {
    const study = makeStudy();
    add(study, { quote: 'versions', code: 'culture' });
    add(study, { quote: 'Artifactory', code: 'trust' });
    add(study, { quote: 'nobody', code: 'doubt' });
    merge(study, ['culture', 'trust'], 'tools');
    expect(codingsOf(study, 'tools').map(({ quote }) => quote)).toEqual(['versions', 'Artifactory']);
    expect(childrenOf(study, 'tools')).toEqual(['fear', 'doubt']);
    expect(codingsOf(study, 'doubt')).toHaveLength(1);
  });

  it('into a code beneath it moves that one out', () => {
    const study = makeStudy();
    merge(study, ['culture'], 'doubt');
    expect(childrenOf(study, null)).toEqual(['tools', 'doubt']);
    expect(childrenOf(study, 'doubt')).toEqual(['fear', 'trust']);
  });

  it('leaves sub-codes where the merged code stood, when asked', () => {
    const study = makeStudy();
    merge(study, ['trust'], 'tools', 'parent');
    expect(childrenOf(study, 'culture')).toEqual(['fear', 'doubt']);
  });

  it('into a scheme item keeps the scheme’s words and adds to the researcher’s', () => {
    const study = makeStudy();
    const { definition } = code(study, 'D5');
    add(study, { quote: 'versions', code: 'fear' });
    merge(study, ['fear'], 'D5');
    expect(code(study, 'D5')).toMatchObject({ definition, whenToUse: 'Being afraid.' });
    expect(codingsOf(study, 'D5')).toHaveLength(1);
    expect(() => merge(study, ['D5'], 'culture')).toThrow('An item of the scheme stays');
    expect(() => merge(study, ['culture'], 'culture')).toThrow('Choose another code');
  });

  it('and moving, at random, never makes a circle nor loses a code or a coding', () => {
    const names = ['culture', 'fear', 'trust', 'doubt', 'tools', 'D5'];
    const name = fc.constantFrom(...names);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('move', 'merge'), name, name), { maxLength: 8 }),
        (steps) => {
          const study = makeStudy();
          for (const each of names) add(study, { quote: 'versions', code: each });
          add(study, { quote: 'nobody', code: 'doubt' });
          const full = dumpTables(study.read);
          let done = 0;
          for (const [what, from, to] of steps) {
            try {
              if (what === 'merge') merge(study, [from], to);
              else
                change(study, (write) =>
                  moveCodes(write, [idOf(study, from)], { parentId: idOf(study, to), beforeId: null }),
                );
            } catch (error) {
              expect(String(error)).toMatch(
                /cannot stand beneath itself|An item of the scheme|does not exist|Choose another/,
              );
            }
          }
          const codes = listCodes(study.read);
          const roots = codes.filter(({ parentId }) => parentId === null).map(({ id }) => id);
          expect(listBranch(codes, roots).size).toBe(codes.length);
          expect(new Set(listCodingsOfTranscript(study.read, 1).map(({ quote }) => quote)).size).toBe(2);
          while (study.history.undo === 'Change' && done++ < steps.length) study.undo();
          expect(dumpTables(study.read)).toEqual(full);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('splitting a code', () => {
  const ids = (study: Study, name: string) => codingsOf(study, name).map(({ id }) => id);

  it('moves the chosen codings', () => {
    const study = makeStudy();
    add(study, { quote: 'versions', code: 'culture' });
    add(study, { quote: 'Artifactory', code: 'culture' });
    add(study, { quote: 'versions', code: 'tools', status: 'planned' });
    const [first] = ids(study, 'culture');
    change(study, (write) =>
      splitCode(write, {
        id: idOf(study, 'culture'),
        codingIds: [first ?? 0],
        toId: idOf(study, 'tools'),
        isCopy: false,
      }),
    );
    expect(codingsOf(study, 'culture').map(({ quote }) => quote)).toEqual(['Artifactory']);
    expect(codingsOf(study, 'tools')).toMatchObject([{ quote: 'versions', status: 'planned' }]);
    study.undo();
    expect(ids(study, 'culture')).toHaveLength(2);
  });

  it('or copies them, each once', () => {
    const study = makeStudy();
    add(study, { quote: 'versions', code: 'culture' });
    add(study, { quote: 'versions', code: 'tools' });
    add(study, { quote: 'Artifactory', code: 'culture', status: 'planned' });
    const split = {
      id: idOf(study, 'culture'),
      codingIds: ids(study, 'culture'),
      toId: idOf(study, 'tools'),
    };
    change(study, (write) => splitCode(write, { ...split, isCopy: true }));
    expect(codingsOf(study, 'culture')).toHaveLength(2);
    expect(codingsOf(study, 'tools')).toMatchObject([
      { quote: 'versions', status: 'in place' },
      { quote: 'Artifactory', status: 'planned' },
    ]);
    expect(() =>
      change(study, (write) => splitCode(write, { ...split, toId: split.id, isCopy: false })),
    ).toThrow('Choose another code');
  });

  it('leaves codings of other codes alone, whatever ids it is given', () => {
    const study = makeStudy();
    const other = add(study, { quote: 'versions', code: 'fear' });
    for (const isCopy of [true, false]) {
      change(study, (write) =>
        splitCode(write, {
          id: idOf(study, 'culture'),
          codingIds: [other],
          toId: idOf(study, 'tools'),
          isCopy,
        }),
      );
    }
    expect(codingsOf(study, 'tools')).toEqual([]);
    expect(codingsOf(study, 'fear')).toHaveLength(1);
  });
});

describe('the anchor example', () => {
  it('is the passage’s words, and its excerpt stays as long as the code points to it', () => {
    const study = makeStudy();
    const id = idOf(study, 'D1');
    change(study, (write) => setAnchor(write, id, { transcriptId: 1, start: 4, end: 9 }));
    expect(code(study, 'D1').anchorExample).toBe('😀 We');
    change(study, (write) => deleteCodes(write, [idOf(study, 'culture')]));
    expect(findAnchorPlace(study.read, id)).toEqual({ transcriptId: 1, transcript: 'T', start: 4, end: 9 });
    change(study, (write) => setAnchor(write, id, null));
    expect(code(study, 'D1')).toMatchObject({ anchorExample: '😀 We', anchorExcerptId: null });
    expect(countRows(study.read, 'excerpts')).toBe(0);
    study.undo();
    expect(findAnchorPlace(study.read, id)).toMatchObject({ start: 4 });
  });
});

describe('counting codes', () => {
  it('counts a person and a transcript once in a branch, and once in a group', () => {
    const study = makeStudy();
    add(study, { quote: 'versions', code: 'fear' });
    add(study, { quote: 'versions', code: 'trust' });
    add(study, { quote: 'Nor do I', code: 'doubt' });
    add(study, { quote: 'versions', code: 'doubt', coder: 'CD' });
    const groupsOf = () => ['open'];
    const alone = countCodes(study.read, { withSubcodes: false }, groupsOf);
    expect(alone.codes.get(idOf(study, 'culture'))).toBeUndefined();
    expect(alone.codes.get(idOf(study, 'doubt'))).toEqual({
      codings: 2,
      excerpts: 2,
      transcripts: 1,
      persons: 2,
    });
    const branch = countCodes(study.read, { withSubcodes: true }, groupsOf);
    expect(branch.codes.get(idOf(study, 'culture'))).toEqual({
      codings: 4,
      excerpts: 2,
      transcripts: 1,
      persons: 2,
    });
    expect(branch.groups.get('open')).toEqual({ codings: 4, excerpts: 2, transcripts: 1, persons: 2 });
  });

  it('counts only the work of the coders that are shown', () => {
    const study = makeStudy();
    add(study, { quote: 'versions', code: 'fear' });
    add(study, { quote: 'Nor do I', code: 'fear', coder: 'CD' });
    const count = (coderIds: number[]) =>
      countCodes(study.read, { withSubcodes: true, coderIds }, () => []).codes.get(idOf(study, 'culture'));
    expect(count([2])).toEqual({ codings: 1, excerpts: 1, transcripts: 1, persons: 1 });
    expect(count([])).toBeUndefined();
  });
});
