import { describe, expect, it } from 'vitest';
import {
  fromSelectValue,
  listSpeakerOptions,
  toSelectValue,
} from '../../../renderer/importing/speaker-options.ts';
import { makePractitioner } from './previews.ts';

const practitioners = [
  makePractitioner(1, 'A-01', 'A', ['P1', 'W1']),
  makePractitioner(2, 'B-01', 'B', ['W9']),
];

describe('who a speaker can be', () => {
  it('goes through the select and back unchanged', () => {
    for (const choice of [
      { kind: 'participant', participantId: 12 },
      { kind: 'interviewer' },
      { kind: 'nobody' },
      { kind: 'text' },
      { kind: 'same', as: 'Mary: the second' },
      { kind: 'new', participant: '', name: 'Anna', role: '' },
    ] as const) {
      expect(fromSelectValue(toSelectValue(choice), 'Anna')).toEqual(choice);
    }
  });

  it('is nobody where nothing was said', () => {
    expect(toSelectValue(undefined)).toBe('nobody');
  });

  it('is offered by company, the own company first, each id with its person', () => {
    const options = listSpeakerOptions(practitioners, 'b');
    expect(options.map(({ group }) => group)).toEqual(['Not in the study', 'Company B', 'Company A']);
    expect(options[2]?.items).toEqual([
      { value: 'participant:10', label: 'P1 – A-01, Data Scientist' },
      { value: 'participant:11', label: 'W1 – A-01, Data Scientist' },
    ]);
  });

  it('may be another spelling of the other labels', () => {
    const options = listSpeakerOptions(practitioners, 'A', ['Mary']);
    expect(options[1]).toEqual({
      group: 'Another spelling of',
      items: [{ value: 'same:Mary', label: 'Same as Mary' }],
    });
  });
});
