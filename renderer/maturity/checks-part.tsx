import { Loader, Text } from '@mantine/core';
import { IconAlertTriangle, IconExclamationCircle, IconInfoCircle } from '@tabler/icons-react';
import type { CompanyPlacement, Finding } from '../../electron/ipc/contract/maturity.ts';
import { useCodes, useFindings, usePractitioners } from '../state/queries.ts';
import { type FindingItem, findTarget, type KnownThings, openTarget } from './check-target.ts';
import classes from './checks-part.module.css';

const severities = {
  error: { Icon: IconExclamationCircle, word: 'Error' },
  warning: { Icon: IconAlertTriangle, word: 'Warning' },
  note: { Icon: IconInfoCircle, word: 'Note' },
} as const;

/** The evidence audit: what is found, with every item one click from its place. */
export function ChecksPart({ companies }: { companies: readonly CompanyPlacement[] }) {
  const findings = useFindings().data;
  const codes = useCodes().data;
  const practitioners = usePractitioners().data;
  if (!findings || !codes || !practitioners)
    return <Loader size="sm" m="md" aria-label="Checking the evidence" />;
  const known = { companies, codes, practitioners };
  return (
    <section className={classes.part} aria-label="Checks">
      {findings.length === 0 && (
        <Text size="sm" c="dimmed">
          Nothing found: every check of the evidence is passed.
        </Text>
      )}
      {findings.map((finding) => (
        <FindingView key={finding.check} finding={finding} known={known} />
      ))}
    </section>
  );
}

function FindingView({ finding, known }: { finding: Finding; known: KnownThings }) {
  const { Icon, word } = severities[finding.severity];
  return (
    <details className={classes.finding} open={finding.severity !== 'note' && finding.items.length <= 20}>
      <summary>
        <Icon size={16} className={classes.icon ?? ''} data-severity={finding.severity} aria-label={word} />
        <b>{toTitle(finding.check)}</b>
        <span className={classes.count}>{finding.items.length}</span>
      </summary>
      <p>{finding.message}</p>
      <ul>
        {finding.items.map((item) => (
          <ItemView key={JSON.stringify(item)} item={item} known={known} />
        ))}
      </ul>
    </details>
  );
}

function ItemView({ item, known }: { item: FindingItem; known: KnownThings }) {
  const target = findTarget(item, known);
  if (!target) return <li className={classes.plain}>{item.description}</li>;
  return (
    <li>
      <button type="button" onClick={() => openTarget(target)}>
        {item.description}
      </button>
    </li>
  );
}

/** `rating-without-excerpt` is `Rating without excerpt`. */
function toTitle(check: string): string {
  const words = check.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
