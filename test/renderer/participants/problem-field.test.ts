import { describe, expect, it } from 'vitest';
import { findProblemField } from '../../../renderer/participants/problem-field.ts';

const values = { name: 'A-01', role: '', P: 'P1', W: 'W1, X7' };

describe('the field a sentence is about', () => {
  it('is the one whose text or word stands in quotation marks', () => {
    expect(findProblemField('“X7” does not begin with the letter of a technique.', values, ['name'])).toBe(
      'W',
    );
    expect(findProblemField('The participant id “p1” is A-02’s already.', values, ['name'])).toBe('P');
    expect(findProblemField('The name “A-01” is taken.', values, ['name'])).toBe('name');
  });

  it('is otherwise a required field that is empty, or the first', () => {
    expect(findProblemField('Something is missing.', values, ['role'])).toBe('role');
    expect(findProblemField('Something is wrong.', values, ['name'])).toBe('name');
  });
});
