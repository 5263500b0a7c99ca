import { withTables } from '../../scripts/crashTables.ts';

const document = `# Crash tests

## Expiry

[tests/crash/expiry.test.ts](../apps/api/tests/crash/expiry.test.ts)

### unpaid

An order that no one pays.

| step | what happens |
| --- | --- |
| \`BEGIN\` | the transaction begins |

## To add an act

| step | what happens |
`;

const source = `
/**
 * What it does
 * with an order.
 */
const unpaid: StepTable = {
  BEGIN: 'the transaction begins',
  'orders.lock': 'the order is locked',
};

/** What it does with a paid one. */
const paid: StepTable = {
  'orders.read': 'the order is read',
};
`;

const tables = (text: string) => withTables(text, new Map([['expiry.test.ts', source]]));

describe('The tables of steps in a document', () => {
  test('get the steps that the crash test has, and keep the text above them', () => {
    expect(tables(document)).toContain(
      '### unpaid\n\nAn order that no one pays.\n\n| step | what happens |\n| --- | --- |\n' +
        '| `BEGIN` | the transaction begins |\n| `orders.lock` | the order is locked |\n\n### paid',
    );
  });

  test('begin with the comment of a table that is new', () => {
    expect(tables(document)).toContain(
      '### paid\n\nWhat it does with a paid one.\n\n| step | what happens |\n| --- | --- |\n' +
        '| `orders.read` | the order is read |\n',
    );
  });

  test('stay as they are once they are written, as do the other sections', () => {
    const once = tables(document);
    expect(tables(once)).toBe(once);
    expect(once).toContain('## To add an act\n\n| step | what happens |\n');
  });
});
