import { useCallback, useRef, useState } from 'react';
import { titleOf } from '../../db/analysis/crosstab-view.ts';
import type { Company } from '../../electron/ipc/contract/people.ts';
import { getStudyApi } from '../api.ts';
import { useCurrentCoder } from '../state/coders.ts';
import { useDesk } from '../state/desk.ts';
import { useStudy } from '../state/queries.ts';
import { runAction, showProblem } from '../widgets/run-action.ts';
import type { CellView } from './cell-view.ts';
import { CodeName } from './code-name.tsx';
import { viewFrameworkCell, viewGroupCell, viewGroupHead } from './framework-cell.tsx';
import type { FrameworkIndex, FrameworkRow } from './framework-rows.ts';
import type { GridPlace } from './grid-place.ts';
import { SummaryEditor } from './summary-editor.tsx';
import { type GridHandle, TableGrid } from './table-grid.tsx';
import { useTablesDesk } from './tables-desk.ts';

type Props = {
  rows: readonly FrameworkRow[];
  companies: readonly Company[];
  index: FrameworkIndex;
  onCopy: () => void;
};

const pinned = { rows: 1, columns: 1 };
const widthOf = (column: number) => (column === 0 ? 240 : 300);

/** The framework matrix as a grid: Enter writes in a cell, Ctrl+Enter saves and goes down, Escape leaves. */
export function FrameworkGrid({ rows, companies, index, onCopy }: Props) {
  const { folded, change } = useTablesDesk();
  const [editing, setEditing] = useState<GridPlace | null>(null);
  const grid = useRef<GridHandle>(null);
  const coderId = useCurrentCoder()?.id;
  const isReadOnly = useStudy().data?.isReadOnly ?? false;
  const heightOf = useCallback(
    (row: number) => (row === 0 ? 30 : rows[row - 1]?.kind === 'group' ? 28 : 96),
    [rows],
  );
  const showEvidence = useCallback((companyId: number, { label, code }: { label: string; code: CodeOf }) => {
    const title = `${label} · ${titleOf(code)}`;
    useDesk.getState().showEvidence({ title, filter: { companyId, codeIds: [code.id] } });
  }, []);
  const leave = useCallback((next?: GridPlace) => {
    setEditing(null);
    if (next) grid.current?.moveTo(next);
    grid.current?.focus();
  }, []);
  const viewOf = useCallback(
    (row: number, column: number): CellView => {
      const found = rows[row - 1];
      const company = companies[column - 1];
      if (row === 0) return viewCompany(company);
      if (!found) return { content: '', label: '' };
      if (found.kind === 'group')
        return company ? viewGroupCell(found, company, index) : viewGroupHead(found);
      const { code, level } = found;
      if (!company) return { content: <CodeName code={code} level={level} />, label: titleOf(code) };
      const view = viewFrameworkCell(company, code, index, () =>
        showEvidence(company.id, { label: company.label, code }),
      );
      if (editing?.row !== row || editing.column !== column || coderId === undefined) return view;
      return {
        ...view,
        content: (
          <SummaryEditor
            label={`Summary of ${code.itemRef ?? code.name} in company ${company.label}`}
            text={index.textOf(company.id, code.id)}
            onSave={(text) =>
              void runAction(() =>
                getStudyApi().summary.save({ companyId: company.id, codeId: code.id, text, coderId }),
              )
            }
            onLeave={() => leave()}
            onDown={() => leave({ row: findItemBelow(rows, row), column })}
          />
        ),
      };
    },
    [rows, companies, index, editing, coderId, showEvidence, leave],
  );
  const open = (place: GridPlace, shift: boolean) => {
    const row = rows[place.row - 1];
    const company = companies[place.column - 1];
    if (row?.kind === 'group') {
      change({ folded: row.isOpen ? [...folded, row.title] : folded.filter((one) => one !== row.title) });
    } else if (row && company && !shift) {
      const isHidden = index.isHidden(company.id, row.code.id);
      const problem = findWritingProblem(coderId, isReadOnly, isHidden);
      if (problem === undefined) setEditing(place);
      else showProblem(problem);
    } else if (row && company) {
      showEvidence(company.id, { label: company.label, code: row.code });
    } else if (row) {
      useDesk.getState().showEvidence({ title: titleOf(row.code), filter: { codeIds: [row.code.id] } });
    }
  };
  return (
    <TableGrid
      label="Framework matrix"
      rowCount={rows.length + 1}
      columnCount={companies.length + 1}
      pinned={pinned}
      heightOf={heightOf}
      widthOf={widthOf}
      viewOf={viewOf}
      onOpen={open}
      onCopy={onCopy}
      handle={grid}
    />
  );
}

/** What is written where it cannot be saved would be lost. */
function findWritingProblem(
  coderId: number | undefined,
  isReadOnly: boolean,
  isHidden: boolean,
): string | undefined {
  if (isHidden)
    return 'A coder who is hidden now has summarised this. Show everybody’s work to read and change it.';
  if (isReadOnly)
    return 'This study is open for reading only: save it under another name to write summaries.';
  return coderId === undefined
    ? 'Say first who codes: choose or add a coder in the bar at the top.'
    : undefined;
}

type CodeOf = Extract<FrameworkRow, { kind: 'item' }>['code'];

function viewCompany(company: Company | undefined): CellView {
  if (!company) return { content: 'Items', label: 'Items of the scheme' };
  const { label, name } = company;
  const words = label === name ? label : `${label} ${name}`;
  return { content: words, label: `Company ${words}` };
}

/** The next item beneath a row; the same row where there is none. */
function findItemBelow(rows: readonly FrameworkRow[], row: number): number {
  const next = rows.findIndex(({ kind }, index) => index > row - 1 && kind === 'item');
  return next < 0 ? row : next + 1;
}
