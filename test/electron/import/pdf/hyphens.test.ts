import { describe, expect, it } from 'vitest';
import { joinLines, listWords } from '../../../../electron/import/pdf/hyphens.ts';

const list = listWords([
  'the semi-automated training of the organisation is automated here',
  'a cost and a model and a state-of-the-art model in a re-run',
]);

function join(line: string, next: string): string {
  const { line: left, joint } = joinLines(line, next, list);
  return left + joint + next;
}

describe('two lines of one paragraph', () => {
  it.each([
    ['of the organi-', 'sation', 'of the organisation'],
    ['of the orga\u00ad', 'nisation', 'of the organisation'],
    ['ein schö-', 'ner Tag', 'ein schöner Tag'],
    ['a semi-', 'automated way', 'a semi-automated way'],
    ['a semi-au-', 'tomated way', 'a semi-automated way'],
    ['state-of-the-', 'art tools', 'state-of-the-art tools'],
    ['a cost-', 'model', 'a cost-model'],
    ['Müller-', 'Lüdenscheidt', 'Müller-Lüdenscheidt'],
    ['since covid-', '19 began', 'since covid-19 began'],
    ['Ein-', 'und Ausgabe', 'Ein- und Ausgabe'],
    ['pre-', 'and post-processing', 'pre- and post-processing'],
    ['it is -', 'well', 'it is - well'],
    ['input/', 'output', 'input/output'],
    ['we began', 'small', 'we began small'],
    ['我们的团', '队有六个人', '我们的团队有六个人'],
    ['使用', 'Python', '使用 Python'],
  ])('%j and %j become %j', (line, next, joined) => {
    expect(join(line, next)).toBe(joined);
  });

  it('keep a soft hyphen that stands for one like any other', () => {
    expect(join('a semi\u00ad', 'automated way')).toBe('a semi-automated way');
  });
});
