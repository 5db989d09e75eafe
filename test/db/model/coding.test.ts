import { describe, expect, it } from 'vitest';
import {
  evidenceTypes,
  findEvidenceType,
  findSide,
  findStatus,
  statuses,
  statusGlyphs,
} from '../../../db/model/coding.ts';

describe('a status', () => {
  it('takes a side: in place and partly against planned and not in place', () => {
    expect(statuses.map(findSide)).toEqual(['for', 'for', 'against', 'against', undefined]);
  });

  it.each([
    ['In place', 'in place'],
    ['not_in_place', 'not in place'],
    ['Not-in-place', 'not in place'],
    ['', 'not stated'],
  ])('written “%s” is %s', (written, status) => {
    expect(findStatus(written)).toBe(status);
  });

  it('is not guessed', () => {
    expect(findStatus('maybe')).toBeUndefined();
  });

  it('has a glyph of its own, for those who do not see its colour', () => {
    expect(new Set(Object.values(statusGlyphs)).size).toBe(statuses.length);
  });
});

describe('an evidence type', () => {
  it.each([
    ['Artefact', 'artefact'],
    ['artifact', 'artefact'],
    ['indirect_artifact', 'indirect artefact'],
    ['', 'affirmation'],
  ])('written “%s” is %s', (written, type) => {
    expect(findEvidenceType(written)).toBe(type);
  });

  it('is not guessed, and each one is found by its own name', () => {
    expect(findEvidenceType('hearsay')).toBeUndefined();
    expect(evidenceTypes.map(findEvidenceType)).toEqual(evidenceTypes);
  });
});
