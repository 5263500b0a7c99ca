import type { ApplyReport } from '../services/shopConfig.service.ts';

/** How each kind of difference begins its line. */
const signs = { add: '+', change: '~', remove: '-', keep: '=' };

/** What `npm run shop:apply` says: each difference with its details, and the sums. */
export function applyOutput(
  { changes, differs }: ApplyReport,
  name: string,
  dryRun: boolean,
): string {
  const lines = changes.flatMap(({ action, what, name: named, details }) => [
    `${signs[action]} ${action} ${what} "${named}"`,
    ...details.map((detail) => `      ${detail}`),
  ]);
  if (!differs) return [...lines, `Nothing to change: the shop is as ${name} says.`, ''].join('\n');
  const count = (action: keyof typeof signs) =>
    changes.filter((change) => change.action === action).length;
  const [verb, end] = dryRun
    ? ['Would add', ' Nothing was changed (--dry-run).']
    : ['Added', ' The shop is as the file says.'];
  const sums = `${verb} ${count('add')}, ${dryRun ? 'change' : 'changed'} ${count('change')}, ${dryRun ? 'remove' : 'removed'} ${count('remove')}.${end}`;
  return [...lines, sums, ''].join('\n');
}
