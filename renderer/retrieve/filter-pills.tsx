import { Button, TextInput } from '@mantine/core';
import { evidenceTypes, statuses, statusGlyphs } from '../../db/model/coding.ts';
import { type FilterChange, useRetrieval } from '../state/retrieval.ts';
import { type Choice, ChoiceList } from './choice-list.tsx';
import { CodeChoiceList } from './code-choice.tsx';
import { DaysPill } from './days-pill.tsx';
import { Pill } from './pill.tsx';
import { describeCodes } from './question-words.ts';
import classes from './retrieval-panel.module.css';
import type { Vocabulary } from './use-names.ts';

/** What a found excerpt must be: one pill for each part, open until something is chosen. */
export function FilterPills({ vocabulary }: { vocabulary: Vocabulary }) {
  const filter = useRetrieval(({ question }) => question.filter);
  const change = useRetrieval((state) => state.changeFilter);
  const { choices, codes, names } = vocabulary;
  return (
    <fieldset className={classes.pills} aria-label="What is looked for">
      <Pill
        name="Code"
        width={320}
        value={filter.codes ? describeCodes(filter.codes, names) : null}
        onClear={() => change({ codes: undefined })}
      >
        <CodeChoiceList
          label="Codes"
          codes={codes}
          value={filter.codes ?? null}
          onChange={(next) => change({ codes: next ?? undefined })}
        />
      </Pill>
      <IdPill part="companyIds" name="Company" choices={choices.companies} />
      <WordPill part="techniques" name="Technique" choices={choices.techniques} />
      <IdPill part="practitionerIds" name="Practitioner" choices={choices.practitioners} />
      <WordPill part="roles" name="Role" choices={choices.roles} />
      <WordPill part="statuses" name="Status" choices={statusChoices} />
      <WordPill part="evidence" name="Evidence" choices={evidenceChoices} />
      {choices.coders.length > 1 && <IdPill part="coderIds" name="Coder" choices={choices.coders} />}
      <DaysPill from={filter.from} to={filter.to} onChange={change} />
      <IdPill part="transcriptIds" name="Transcript" choices={choices.transcripts} />
      <Pill name="Words" value={filter.words ?? null} onClear={() => change({ words: undefined })}>
        <TextInput
          size="xs"
          label="The quote says"
          description="Case and accents do not matter"
          data-autofocus
          value={filter.words ?? ''}
          onChange={({ currentTarget }) => change({ words: currentTarget.value || undefined })}
        />
      </Pill>
      {filter.excerptIds && (
        <Pill
          name="Excerpts"
          value={`${filter.excerptIds.length} chosen`}
          onClear={() => change({ excerptIds: undefined })}
        >
          <Button size="xs" variant="default" onClick={() => change({ excerptIds: undefined })}>
            Look beyond these excerpts
          </Button>
        </Pill>
      )}
    </fieldset>
  );
}

const statusChoices: Choice[] = statuses.map((status) => ({
  value: status,
  label: status,
  mark: <span aria-hidden>{statusGlyphs[status]}</span>,
}));
const evidenceChoices: Choice[] = evidenceTypes.map((type) => ({ value: type, label: type }));

type PillProps<Part> = { part: Part; name: string; choices: readonly Choice[] };

/** A part of the filter that is a list of ids. */
function IdPill({
  part,
  name,
  choices,
}: PillProps<'companyIds' | 'practitionerIds' | 'coderIds' | 'transcriptIds'>) {
  const chosen = useRetrieval(({ question }) => question.filter[part]);
  const set = (values: string[] | undefined) =>
    useRetrieval.getState().changeFilter({ [part]: values?.map(Number) });
  return <ListPill name={name} choices={choices} chosen={chosen?.map(String)} onChange={set} />;
}

/** A part of the filter that is a list of words, each of which is among the choices. */
function WordPill({ part, name, choices }: PillProps<'techniques' | 'roles' | 'statuses' | 'evidence'>) {
  const chosen = useRetrieval(({ question }) => question.filter[part]);
  const set = (values: string[] | undefined) => {
    const change: FilterChange = { [part]: values };
    useRetrieval.getState().changeFilter(change);
  };
  return <ListPill name={name} choices={choices} chosen={chosen} onChange={set} />;
}

type ListProps = {
  name: string;
  choices: readonly Choice[];
  chosen: readonly string[] | undefined;
  onChange: (values: string[] | undefined) => void;
};

function ListPill({ name, choices, chosen, onChange }: ListProps) {
  const labels = chosen?.map((value) => choices.find((choice) => choice.value === value)?.label ?? 'gone');
  return (
    <Pill
      name={name}
      value={labels ? labels.join(', ') || 'gone' : null}
      width={300}
      onClear={() => onChange(undefined)}
    >
      <ChoiceList
        label={name}
        choices={choices}
        chosen={new Set(chosen)}
        onToggle={(value) => {
          const now = chosen ?? [];
          const next = now.includes(value) ? now.filter((other) => other !== value) : [...now, value];
          onChange(next.length === 0 ? undefined : next);
        }}
      />
    </Pill>
  );
}
