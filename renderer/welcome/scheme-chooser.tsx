import { Radio, Stack } from '@mantine/core';
import type { ShippedScheme, StudyChoice } from '../../electron/ipc/contract/bridge.ts';
import { runAction } from '../widgets/run-action.ts';
import classes from './new-study.module.css';

/** The id of a shipped scheme, or the path of a scheme file; then the id is empty. */
export type SchemeChoice = Pick<StudyChoice, 'schemeId' | 'schemePath'>;

type Props = {
  schemes: ShippedScheme[];
  choice: SchemeChoice;
  onChoose: (choice: SchemeChoice) => void;
};

const ownFile = 'a file';

/** The schemes that come with the program, and a file of one's own. */
export function SchemeChooser({ schemes, choice, onChoose }: Props) {
  const chooseFile = async () => {
    const schemePath = await runAction(() => window.casebench.chooseScheme());
    if (schemePath) onChoose({ schemeId: '', schemePath });
  };
  const choose = (id: string) => {
    if (id === ownFile) void chooseFile();
    else onChoose({ schemeId: id, schemePath: null });
  };
  return (
    <Radio.Group
      label="Coding scheme"
      description="It is copied into the study."
      value={choice.schemePath === null ? choice.schemeId : ownFile}
      onChange={choose}
    >
      <Stack gap={6} mt={6}>
        {schemes.map(({ id, name, version, definition }) => (
          <SchemeCard key={id} value={id} name={name} version={version} definition={definition} />
        ))}
        <SchemeCard
          value={ownFile}
          name="A scheme file of your own…"
          definition={choice.schemePath ?? 'A YAML file; start from a copy of a shipped one.'}
          // A chosen radio does not fire again, yet one may want another file.
          {...(choice.schemePath !== null && { onClick: () => void chooseFile() })}
        />
      </Stack>
    </Radio.Group>
  );
}

type CardProps = { value: string; name: string; version?: string; definition: string; onClick?: () => void };

function SchemeCard({ value, name, version, definition, onClick }: CardProps) {
  return (
    <Radio.Card
      value={value}
      className={classes.scheme ?? ''}
      aria-label={name}
      {...(onClick && { onClick })}
    >
      <Radio.Indicator />
      <span>
        <span className={classes.schemeName}>
          {name} {version !== undefined && <span className={classes.version}>{version}</span>}
        </span>
        <span className={classes.definition}>{definition}</span>
      </span>
    </Radio.Card>
  );
}
