/** The times that EXPLAIN ANALYZE reports for one run of a statement; milliseconds by table. */
export interface Explained {
  /** For writing rows and their indexes, without computing them. */
  writes: Record<string, number>;
  /** For triggers after the rows, including those of foreign keys. */
  triggers: Record<string, number>;
}

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Parent Relationship'?: string;
  'Actual Total Time': number;
  'Actual Loops': number;
  Plans?: PlanNode[];
}

interface Report {
  Plan: PlanNode;
  Triggers?: { Relation: string; Time: number }[];
}

/** @param output of EXPLAIN (ANALYZE, FORMAT JSON). */
export function readExplained(output: unknown): Explained {
  const [report] = output as Report[];
  if (!report) throw new Error('EXPLAIN has told nothing');
  const explained: Explained = { writes: {}, triggers: {} };
  addWrites(report.Plan, explained.writes);
  for (const { Relation, Time } of report.Triggers ?? []) {
    explained.triggers[Relation] = (explained.triggers[Relation] ?? 0) + Time;
  }
  return explained;
}

function addWrites(node: PlanNode, writes: Record<string, number>): void {
  const table = node['Relation Name'];
  if (node['Node Type'] === 'ModifyTable' && table !== undefined) {
    writes[table] = (writes[table] ?? 0) + ownMs(node);
  }
  for (const child of node.Plans ?? []) addWrites(child, writes);
}

/** Without its child nodes. A CTE (InitPlan) is below a node in the plan and is not run by it. */
function ownMs(node: PlanNode): number {
  const sources = (node.Plans ?? []).filter(
    (child) => !['InitPlan', 'SubPlan'].includes(child['Parent Relationship'] ?? ''),
  );
  return Math.max(
    0,
    sources.reduce((rest, source) => rest - totalMs(source), totalMs(node)),
  );
}

function totalMs(node: PlanNode): number {
  return node['Actual Total Time'] * node['Actual Loops'];
}
