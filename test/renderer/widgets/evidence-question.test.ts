import { expect, it } from 'vitest';
import { toQuestion } from '../../../renderer/widgets/evidence-question.ts';

const known = {
  codes: [
    { id: 1, itemRef: 'D1' },
    { id: 2, itemRef: null },
  ],
  practitionerIds: [7, 8],
};
const filterOf = (filter: Parameters<typeof toQuestion>[0]) => toQuestion(filter, known).filter;

it('a question asks for every part of what a list of evidence shows', () => {
  expect(
    filterOf({ companyIds: [3, 4], statuses: ['planned'], roles: ['Engineer'], isSpoken: true }),
  ).toEqual({
    companyIds: [3, 4],
    statuses: ['planned'],
    roles: ['Engineer'],
  });
  expect(filterOf({ companyId: 3, companyIds: [3, 4], codeIds: [2] })).toEqual({
    companyIds: [3],
    codes: { ids: [2], withSubCodes: false },
  });
  expect(filterOf({ codeIds: [1, 2], itemRefs: ['D1'] })).toEqual({
    codes: { ids: [1], withSubCodes: false },
  });
});

it('what somebody says may be the words of any practitioner', () => {
  expect(filterOf({ isSpoken: true })).toEqual({ practitionerIds: [7, 8] });
  expect(filterOf({ isSpoken: true, practitionerId: 8 })).toEqual({ practitionerIds: [8] });
});
