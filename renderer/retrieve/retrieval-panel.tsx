import { ActionIcon, Button, NativeSelect, Text, Title, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type Grouping, groupings, openQuestion, type Question } from '../../db/model/retrieval.ts';
import { useShownCoders } from '../state/coders.ts';
import { useDesk } from '../state/desk.ts';
import { useRetrieval } from '../state/retrieval.ts';
import { useFocusWhileOpen } from '../widgets/use-focus-while-open.ts';
import { ConditionEditor } from './condition-editor.tsx';
import { fromGroup, toGroup, withoutEmptyGroups } from './condition-edits.ts';
import { CopyResults } from './copy-results.tsx';
import { FilterPills } from './filter-pills.tsx';
import { describeQuestion } from './question-words.ts';
import { ResultList } from './result-list.tsx';
import { countFound } from './result-rows.ts';
import classes from './retrieval-panel.module.css';
import { useFound } from './retrieval-queries.ts';
import { SavedQueries } from './saved-queries.tsx';
import { useVocabulary, type Vocabulary } from './use-names.ts';

/** The first change asks at once; more of them in quick succession, as while typing, ask once after the last. */
const pauseMs = 120;

/** Retrieval beside every screen: what is looked for above, what is found beneath, live. */
export function RetrievalPanel() {
  const question = useRetrieval((state) => state.question);
  const grouping = useRetrieval((state) => state.grouping);
  const closeSide = useDesk((desk) => desk.closeSide);
  const asked = useAsked(question);
  // Asked first: the lists to choose from can wait behind the answer.
  const { data: found, error, isPlaceholderData, isFetching } = useFound(asked, grouping);
  const vocabulary = useVocabulary();
  const [told, setTold] = useState('');
  const panel = useFocusWhenShown();
  const isOld = isPlaceholderData && isFetching;
  return (
    <section
      ref={panel}
      tabIndex={-1}
      className={classes.panel}
      aria-label="Retrieval"
      onKeyDown={(event) => {
        // What floats above the panel closes by itself.
        const isOwn = event.target instanceof Node && event.currentTarget.contains(event.target);
        if (event.key !== 'Escape' || event.defaultPrevented || !isOwn) return;
        event.stopPropagation();
        const isField = event.target instanceof Element && event.target.matches('input, select');
        if (isField) panel.current?.focus();
        else closeSide();
      }}
    >
      <header className={classes.head}>
        <Title order={2} size="h6">
          Retrieval
        </Title>
        <SavedQueries />
        <CopyResults ids={found?.ids ?? []} />
        <ActionIcon aria-label="Close retrieval" onClick={closeSide}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
        <Text size="xs" c="dimmed" role="status" className={classes.count ?? ''}>
          {found ? countFound(found) : 'Reading …'}
        </Text>
      </header>
      <div className={classes.body}>
        <Builder question={question} vocabulary={vocabulary} />
        <div className={classes.results}>
          <ResultsHead grouping={grouping} />
          {error && (
            <Text size="sm" p="md" role="alert">
              {error.message}
            </Text>
          )}
          {found?.ids.length === 0 && <NothingFound isOpen={question === openQuestion} />}
          {found && found.ids.length > 0 && (
            <ResultList
              key={grouping}
              question={asked}
              found={found}
              codes={vocabulary.codes}
              isOld={isOld}
              onTold={setTold}
            />
          )}
        </div>
      </div>
      <VisuallyHidden role="status">{told}</VisuallyHidden>
    </section>
  );
}

/** Returns what is really asked: at once or a little after the last change, without groups that say nothing yet. */
function useAsked(question: Question): Question {
  const [settled] = useDebouncedValue(question, pauseMs, { leading: true });
  return useMemo(() => ({ ...settled, condition: withoutEmptyGroups(settled.condition) }), [settled]);
}

function Builder({ question, vocabulary }: { question: Question; vocabulary: Vocabulary }) {
  const saved = useRetrieval((state) => state.saved);
  const { ask, setCondition } = useRetrieval.getState();
  return (
    <div className={classes.builder}>
      <FilterPills vocabulary={vocabulary} />
      <ConditionEditor
        group={toGroup(question.condition)}
        vocabulary={vocabulary}
        onChange={(group) => setCondition(fromGroup(group))}
      />
      <div className={classes.sentence}>
        <Text size="xs">
          {saved && <b>{saved.name}: </b>}
          {describeQuestion(
            { ...question, condition: withoutEmptyGroups(question.condition) },
            vocabulary.names,
          )}
        </Text>
        {question !== openQuestion && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            flex="none"
            onClick={() => ask(openQuestion)}
          >
            Clear
          </Button>
        )}
      </div>
      {saved?.remarks.map((remark) => (
        <Text key={remark} size="xs" role="alert" className={classes.remark ?? ''}>
          {remark}
        </Text>
      ))}
    </div>
  );
}

const groupingNames: Record<Grouping, string> = {
  none: 'Not grouped',
  company: 'By company',
  practitioner: 'By practitioner',
  technique: 'By technique',
  code: 'By code',
  transcript: 'By transcript',
  status: 'By status',
  coder: 'By coder',
};

function ResultsHead({ grouping }: { grouping: Grouping }) {
  const coders = useShownCoders();
  return (
    <div className={classes.resultsHead}>
      <NativeSelect
        size="xs"
        aria-label="Group the results"
        data={groupings.map((value) => ({ value, label: groupingNames[value] }))}
        value={grouping}
        onChange={({ currentTarget }) => {
          const chosen = groupings.find((one) => one === currentTarget.value);
          if (chosen) useRetrieval.getState().setGrouping(chosen);
        }}
      />
      {coders.ids && (
        <Text size="xs" c="dimmed">
          {coders.shown} of {coders.total} coders shown
        </Text>
      )}
    </div>
  );
}

function NothingFound({ isOpen }: { isOpen: boolean }) {
  return (
    <Text size="sm" c="dimmed" p="md">
      {isOpen
        ? 'Nothing is coded yet. Select words of a transcript and give them a code; they are found here.'
        : 'No excerpt answers this. Take something out of the question, or allow more turns.'}
    </Text>
  );
}

/** Takes the focus when the panel is asked for, also when it is open already, and gives it back in the end. */
function useFocusWhenShown() {
  const panel = useRef<HTMLElement>(null);
  useFocusWhileOpen(panel);
  const side = useDesk((desk) => desk.side);
  useEffect(() => {
    if (side?.show === 'retrieval') panel.current?.focus({ preventScroll: true });
  }, [side]);
  return panel;
}
