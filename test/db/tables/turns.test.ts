import { expect, it } from 'vitest';
import { integer, query } from '../../../db/sql.ts';
import { listLabelSpeakers } from '../../../db/tables/turns.ts';
import { addTranscript, makeOpenStudy } from '../../support/study.ts';

const participants = query({ id: integer }, 'SELECT id FROM participants ORDER BY label');

it('a label of several speakers stands last for the one who has most of its turns', () => {
  const study = makeOpenStudy();
  study.transact({ label: 'Fill' }, (write) => {
    const lines: [string, string][] = [1, 2, 3, 4, 5].map((number) => ['P1', `Answer ${number}.`]);
    addTranscript(write, { name: 'T', company: 'A', technique: 'P', lines: [...lines, ['P2', 'Yes.']] });
    write.run(
      "UPDATE turns SET participant_id = (SELECT id FROM participants WHERE label = 'P2') WHERE position IN (2, 3, 4)",
    );
  });
  const [first, second] = study.read.all(participants).map(({ id }) => id);
  const known = listLabelSpeakers(study.read, 1).filter(({ label }) => label === 'P1');
  expect(known.map(({ participantId }) => participantId)).toEqual([first, second]);
});
