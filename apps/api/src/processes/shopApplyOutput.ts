import type { ApplyReport } from '../services/shopConfig.service.ts';

/** The first word of a line for each kind of difference. */
const signs = { add: '+', change: '~', remove: '-', keep: '=' };

/** The output of `npm run shop:apply`: each difference with its details, and the totals. */
export function applyOutput(
  { changes, differs }: ApplyReport,
  name: string,
  dryRun: boolean,
): string {
  const lines = changes.flatMap(({ action, what, name: named, details }) => [
    `${signs[action]} ${action} ${what} "${named}"`,
    ...details.map((detail) => `      ${detail}`),
  ]);
  if (!differs) return [...lines, `Nothing to change: the shop matches ${name}.`, ''].join('\n');
  const count = (action: keyof typeof signs) =>
    changes.filter((change) => change.action === action).length;
  const [verb, end] = dryRun
    ? ['Would add', ' Nothing was changed (--dry-run).']
    : ['Added', ' The shop matches the file.'];
  const sums = `${verb} ${count('add')}, ${dryRun ? 'change' : 'changed'} ${count('change')}, ${dryRun ? 'remove' : 'removed'} ${count('remove')}.${end}`;
  return [...lines, sums, ''].join('\n');
}
