import { Button, Menu, NativeSelect, TextInput } from '@mantine/core';
import { type SpeakerRule, speakerPatternExamples } from '../../db/model/speaker-rule.ts';
import type { DraftFile } from './import-draft.ts';
import styles from './importing.module.css';
import { toFieldKey } from './missing-focus.ts';
import { rereadFile } from './reread-file.ts';
import { UseForOthers } from './use-for-others.tsx';

const ruleNames: Record<SpeakerRule['kind'], string> = {
  automatic: 'Found automatically',
  none: 'No speakers (notes)',
  pattern: 'By a pattern',
};

/** How the speakers of a file are found; what is found then is shown at once. */
export function SpeakerRuleField({ file }: { file: DraftFile }) {
  const { path, rule, rereading } = file;
  const set = (next: SpeakerRule) => void rereadFile(path, { rule: next });
  return (
    <div className={styles.rule}>
      <div className={styles.ruleLine}>
        <NativeSelect
          size="xs"
          aria-label="How speakers are found"
          value={rule.kind}
          data={Object.entries(ruleNames).map(([value, label]) => ({ value, label }))}
          onChange={(event) => set(toRule(event.currentTarget.value, rule))}
        />
        {rereading === 'running' && <span className={styles.counts}>Reading…</span>}
        <UseForOthers change={{ rule }} isReady={rereading === 'done'} path={path} />
      </div>
      {rule.kind === 'pattern' ? (
        <PatternInput
          file={file}
          pattern={rule.pattern}
          onChange={(pattern) => set({ kind: 'pattern', pattern })}
        />
      ) : (
        typeof rereading === 'object' && <p className={styles.needed}>{rereading.problem}</p>
      )}
    </div>
  );
}

function toRule(kind: string, former: SpeakerRule): SpeakerRule {
  if (kind === 'automatic' || kind === 'none') return { kind };
  return former.kind === 'pattern' ? former : { kind: 'pattern', pattern: '' };
}

type PatternProps = { file: DraftFile; pattern: string; onChange: (pattern: string) => void };

/** A regular expression that is matched at the beginning of each line. */
function PatternInput({ file, pattern, onChange }: PatternProps) {
  const { path, rereading } = file;
  return (
    <div className={styles.pattern}>
      <TextInput
        size="xs"
        aria-label="Pattern of the beginning of a turn"
        description="A regular expression for the beginning of a line: the group label is who speaks, time is when."
        inputWrapperOrder={['input', 'error', 'description']}
        placeholder={String.raw`(?<label>\p{L}+):`}
        spellCheck={false}
        maxLength={500}
        data-field={toFieldKey(path, 'reading')}
        value={pattern}
        error={typeof rereading === 'object' ? rereading.problem : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Menu position="bottom-end" width={320}>
        <Menu.Target>
          <Button size="xs" variant="default">
            Examples
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {speakerPatternExamples.map((example) => (
            <Menu.Item key={example.name} onClick={() => onChange(example.pattern)}>
              {example.name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
