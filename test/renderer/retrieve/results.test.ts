import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../electron/ipc/contract/codes.ts';
import { findCardCommand } from '../../../renderer/retrieve/card-keys.ts';
import { countFound, listResultRows } from '../../../renderer/retrieve/result-rows.ts';
import { toReferencedText, toTable } from '../../../renderer/retrieve/result-text.ts';

const counts = { codings: 3, excerpts: 3, transcripts: 2, persons: 1 };

describe('the rows of the results', () => {
  const groups = [
    { key: 'a', title: 'Company A', count: 2 },
    { key: 'b', title: 'Company B', count: 1 },
  ];
  const found = { ...counts, groups, ids: [7, 8, 7] };

  it('are the codings alone when nothing is grouped', () => {
    const rows = listResultRows({ ...counts, groups: [], ids: [7, 8] }, new Set());
    expect(rows.map(({ key }) => key)).toEqual(['7', '8']);
  });

  it('have a heading for each group, and keys of their own for a coding in two groups', () => {
    const rows = listResultRows(found, new Set());
    expect(rows.map(({ key }) => key)).toEqual(['heading a', 'a 7', 'a 8', 'heading b', 'b 7']);
    expect(rows.flatMap((row) => (row.kind === 'coding' ? [row.position] : []))).toEqual([0, 1, 2]);
  });

  it('leave out what is under a closed heading, and keep the positions of the others', () => {
    expect(listResultRows(found, new Set(['a']))).toEqual([
      { kind: 'heading', key: 'heading a', group: 'a', title: 'Company A', count: 2, isOpen: false },
      { kind: 'heading', key: 'heading b', group: 'b', title: 'Company B', count: 1, isOpen: true },
      { kind: 'coding', key: 'b 7', position: 2 },
    ]);
  });

  it('are counted in words', () => {
    expect(countFound({ ...found, codings: 1200, excerpts: 1 })).toBe(
      '1 excerpt · 1,200 codings · 2 transcripts · 1 person',
    );
    expect(countFound(found)).toBe('3 excerpts · 2 transcripts · 1 person');
  });
});

const coding: Evidence = {
  id: 1,
  excerptId: 1,
  transcriptId: 1,
  start: 0,
  end: 10,
  quote: 'He said "no".\nThen left.',
  codeId: 1,
  coderId: 1,
  status: 'planned',
  evidence: 'affirmation',
  comment: '=1+1',
  createdAt: '2026-01-01T00:00:00Z',
  transcript: 'A_P1',
  companyId: 1,
  company: 'A',
  technique: 'P',
  date: '2021-02-03',
  itemRef: 'D1',
  code: 'Collect',
  coder: 'AB',
  speakers: [
    {
      participantId: 1,
      participant: 'P1',
      practitionerId: 1,
      practitioner: 'Ann',
      role: 'Lead',
      company: 'A',
    },
    {
      participantId: 2,
      participant: 'W1',
      practitionerId: 1,
      practitioner: 'Ann',
      role: 'Lead',
      company: 'A',
    },
  ],
  turnIndex: 4,
  time: '00:12:03',
};

describe('results on the clipboard', () => {
  it('as text: the words, who says so and where, under which code', () => {
    expect(toReferencedText([coding, { ...coding, speakers: [], itemRef: null }])).toBe(
      [
        '“He said "no".\nThen left.”',
        '(P1, Lead; W1, Lead · company A · P · 2021-02-03 · A_P1 · 00:12:03 · turn 5)',
        'D1 Collect · planned · affirmation',
        '',
        '“He said "no".\nThen left.”',
        '(no practitioner · company A · P · 2021-02-03 · A_P1 · 00:12:03 · turn 5)',
        'Collect · planned · affirmation',
      ].join('\n'),
    );
  });

  it('as a table: lines stay in their cell, persons count once, nothing becomes a formula', () => {
    const [head, ...rest] = toTable([coding]).split('\n');
    expect(head?.split('\t').slice(0, 5)).toEqual(['Quote', 'Code', 'Status', 'Evidence', 'Participants']);
    const row = rest.join('\n');
    expect(
      row.startsWith('"He said ""no"".\nThen left."\tD1 Collect\tplanned\taffirmation\tP1; W1\tAnn\tLead\t'),
    ).toBe(true);
    expect(row.endsWith("\tAB\t'=1+1")).toBe(true);
  });
});

describe('the keys of an excerpt', () => {
  const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
    findCardCommand({
      key,
      code: '',
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      shiftKey: false,
      ...held,
    });

  it('recode, add, delete, show the context, copy', () => {
    expect(['r', 'R', 'c', 'Delete', ' '].map((key) => press(key)?.do)).toEqual([
      'recode',
      'recode',
      'add',
      'delete',
      'context',
    ]);
    expect(press('c', { ctrlKey: true })).toEqual({ do: 'copy' });
    expect(press('ContextMenu')).toEqual({ do: 'menu' });
    expect(press('F10', { shiftKey: true })).toEqual({ do: 'menu' });
  });

  it('say status and evidence type, also where Alt writes another character', () => {
    expect(press('¡', { altKey: true, code: 'Digit1' })).toEqual({
      do: 'say',
      words: { status: 'in place' },
    });
    expect(press('7', { altKey: true, code: 'Digit7' })).toEqual({
      do: 'say',
      words: { evidence: 'artefact' },
    });
  });

  it('leave everything else alone', () => {
    for (const key of ['Enter', 'ArrowDown', 'x', '1']) expect(press(key)).toBeUndefined();
    expect(press('ArrowLeft', { altKey: true, code: 'ArrowLeft' })).toBeUndefined();
    expect(press('r', { ctrlKey: true })).toBeUndefined();
  });
});
