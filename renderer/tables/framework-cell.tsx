import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { statusGlyphs } from '../../db/model/coding.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { Company } from '../../electron/ipc/contract/people.ts';
import { count } from '../widgets/count.ts';
import { DegreeMark } from '../widgets/degree-mark.tsx';
import type { CellView } from './cell-view.ts';
import classes from './framework-cell.module.css';
import type { FrameworkIndex, FrameworkRow } from './framework-rows.ts';

type Group = Extract<FrameworkRow, { kind: 'group' }>;

/** The summary, and beneath it what it rests on. */
export function viewFrameworkCell(
  company: Company,
  code: Code,
  index: FrameworkIndex,
  onExcerpts: () => void,
): CellView {
  const isHidden = index.isHidden(company.id, code.id);
  const text = isHidden ? 'Summarised by a coder who is hidden' : index.textOf(company.id, code.id);
  const cell = index.cellOf(company.id, code.id);
  const excerpts = count(cell?.excerpts ?? 0, 'excerpt');
  const basis = cell
    ? `${excerpts} of ${count(cell.persons, 'person')}, degree ${cell.degree}, ${cell.statuses.join(', ')}`
    : excerpts;
  const label = `${code.itemRef ?? code.name} × company ${company.label}: ${text || 'no summary'} (${basis})`;
  return {
    kind: 'text',
    label,
    content: (
      <div className={classes.cell}>
        <span className={classes.heardOnly}>{label}</span>
        <p className={classes.text} data-quiet={isHidden || undefined} aria-hidden>
          {text}
        </p>
        {cell && (
          <p className={classes.basis} aria-hidden>
            <DegreeMark degree={cell.degree} />
            <span className={classes.glyphs}>{cell.statuses.map((status) => statusGlyphs[status])}</span>
            <button
              type="button"
              tabIndex={-1}
              className={classes.excerpts}
              onClick={(event) => {
                event.preventDefault();
                onExcerpts();
              }}
            >
              {excerpts}
            </button>
          </p>
        )}
      </div>
    ),
  };
}

/** A pipeline or stage: Enter folds it. */
export function viewGroupHead({ title, codeIds, isOpen }: Group): CellView {
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return {
    kind: 'group',
    label: `${title}, ${count(codeIds.length, 'item')}, ${isOpen ? 'unfolded' : 'folded'}`,
    content: (
      <span className={classes.group}>
        <Chevron size={14} aria-hidden />
        <b>{title}</b>
      </span>
    ),
  };
}

/** How much of a pipeline or stage is summarised in a company. */
export function viewGroupCell({ title, codeIds }: Group, company: Company, index: FrameworkIndex): CellView {
  const written = codeIds.filter((codeId) => index.textOf(company.id, codeId) !== '').length;
  const words = `${written} of ${codeIds.length} summarised`;
  return { kind: 'group', label: `${title}, company ${company.label}: ${words}`, content: words };
}
