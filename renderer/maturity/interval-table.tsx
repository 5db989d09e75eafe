import { describeInterval, describePlacement } from '../../db/model/placement.ts';
import { getHighestStage, type Scheme } from '../../db/model/scheme.ts';
import type { CompanyPlacement } from '../../electron/ipc/contract/maturity.ts';
import classes from './interval-table.module.css';

type Props = { company: CompanyPlacement; scheme: Scheme; ruleId: string };

/** The interval of stages by each rule, drawn on one line of stages, with the placement as a mark upon it. */
export function IntervalTable({ company, scheme, ruleId }: Props) {
  const highest = getHighestStage(scheme);
  return (
    <table className={classes.intervals} aria-label={`Computed stages of company ${company.label}`}>
      <tbody>
        {company.byRule.map((rule) => (
          <tr key={rule.ruleId} aria-current={rule.ruleId === ruleId || undefined}>
            <th scope="row">{rule.name}</th>
            <td className={classes.words}>{describeInterval(rule)}</td>
            <td>
              <IntervalLine low={rule.low} high={rule.high} placement={company.placement} highest={highest} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type LineProps = { low: number; high: number; placement: number | null; highest: number };

const step = 34;
const inset = 9;

function IntervalLine({ low, high, placement, highest }: LineProps) {
  const x = (stage: number) => inset + stage * step;
  const place = placement === null ? '' : `, placed: ${describePlacement(placement)}`;
  const width = highest * step + 2 * inset;
  return (
    <svg
      width={width}
      height={18}
      viewBox={`0 0 ${width} 18`}
      role="img"
      aria-label={`${describeInterval({ low, high })}${place}`}
    >
      <line className={classes.axis} x1={x(0)} x2={x(highest)} y1={9} y2={9} />
      {Array.from({ length: highest + 1 }, (_, stage) => (
        <line key={x(stage)} className={classes.axis} x1={x(stage)} x2={x(stage)} y1={6} y2={12} />
      ))}
      <line className={classes.interval} x1={x(low)} x2={x(high) + 0.01} y1={9} y2={9} />
      {placement !== null && (
        <path className={classes.placement} d={`M${x(placement)} 3 l5 6 l-5 6 l-5 -6 z`} />
      )}
    </svg>
  );
}
