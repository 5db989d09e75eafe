import {
  type CodeChoice,
  type Condition,
  type Target,
  type TurnRelation,
  textRelations,
  turnRelations,
} from '../../db/model/retrieval.ts';

/** Statements that are put together: all of them, any, or at least some. */
export type ConditionGroup = Extract<Condition, { of: Condition[] }>;

/** A statement about another coding. */
export type Relation = Extract<Condition, { target: Target }>;

/** A row of the editor: a statement or a group of them, said to hold or not to hold. */
export type ConditionRow = { isNot: boolean; what: Relation | ConditionGroup };

/** How far near is at first. */
const usualTurns = 2;

export const allRelations = [...textRelations, ...turnRelations] as const;
export type RelationName = (typeof allRelations)[number];

const isTurnRelation = (name: RelationName): name is TurnRelation =>
  turnRelations.some((relation) => relation === name);

/** Returns the condition as the editor shows it: a group of rows, empty for no condition. */
export function toGroup(condition: Condition | null): ConditionGroup {
  if (condition === null) return { is: 'and', of: [] };
  return 'of' in condition && condition.is !== 'not' ? condition : { is: 'and', of: [condition] };
}

/** Returns what the rows of a group say: nothing when there is none. */
export function fromGroup(group: ConditionGroup): Condition | null {
  return group.of.length === 0 ? null : group;
}

/** Returns the rows of a group. They have no identity but their place: two of them may say the same. */
export function listRows(group: ConditionGroup): { place: number; row: ConditionRow }[] {
  return group.of.map((part, place) => ({ place, row: toRow(part) }));
}

/** Returns how one part of a group is shown; a double not is none. */
export function toRow(condition: Condition): ConditionRow {
  if (condition.is !== 'not') return { isNot: false, what: condition };
  const inner = toRow(condition.of);
  return { ...inner, isNot: !inner.isNot };
}

export function fromRow({ isNot, what }: ConditionRow): Condition {
  return isNot ? { is: 'not', of: what } : what;
}

/** Returns a first statement about codes: that there is an overlapping coding of them. */
export function makeRelation(codes: CodeChoice | null): Relation {
  return { is: 'overlapping', target: { codes, condition: null } };
}

/** Returns the statement with another relation to the same target. */
export function withRelation(relation: Relation, name: RelationName): Relation {
  const { target } = relation;
  if (!isTurnRelation(name)) return { is: name, target };
  return { is: name, turns: 'turns' in relation ? relation.turns : usualTurns, target };
}

/** Returns the group put together in another way, with the same parts. */
export function withJoiner(group: ConditionGroup, joiner: ConditionGroup['is']): ConditionGroup {
  const { of } = group;
  if (joiner !== 'at least') return { is: joiner, of };
  return { is: joiner, number: Math.max(1, Math.min(2, of.length)), of };
}

/** Returns the group with one part changed, or without it for null. */
export function withPart(group: ConditionGroup, index: number, part: Condition | null): ConditionGroup {
  const of = group.of.flatMap((other, at) => (at !== index ? [other] : part === null ? [] : [part]));
  if (group.is !== 'at least') return { ...group, of };
  return { ...group, of, number: Math.max(1, Math.min(group.number, of.length)) };
}

/** Returns the row with another condition on the excerpt that its statement leads to. */
export function withTargetCondition(row: ConditionRow, condition: Condition | null): ConditionRow {
  if (!('target' in row.what)) return row;
  return { ...row, what: { ...row.what, target: { ...row.what.target, condition } } };
}

/** Returns what is really said: groups that are still empty say nothing yet. */
export function withoutEmptyGroups(condition: Condition | null): Condition | null {
  if (condition === null) return null;
  if (condition.is === 'not') {
    const of = withoutEmptyGroups(condition.of);
    return of && { is: 'not', of };
  }
  if ('target' in condition) {
    const { target } = condition;
    return { ...condition, target: { ...target, condition: withoutEmptyGroups(target.condition) } };
  }
  const of = condition.of.map(withoutEmptyGroups).filter((part) => part !== null);
  return of.length === 0 ? null : { ...condition, of };
}
