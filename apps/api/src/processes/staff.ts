import { randomBytes } from 'node:crypto';
import type { Context } from '../kernel/context.ts';
import { AppError } from '../kernel/errors.ts';
import type { StaffService } from '../services/staff.service.ts';
import { parseEmail } from '../utils/emailAddress.ts';
import { writeOut } from '../utils/logger.ts';
import { readArguments, UsageError } from './commandLine.ts';
import { runInShop } from './commandShop.ts';
import { runMain, StartupError } from './fail.ts';

// `npm run staff`; in a container: node apps/api/dist/processes/staff.js

const USAGE = `Usage: npm run staff -- create --email ADDRESS [--role NAME] [--password-stdin]
       npm run staff -- list
       npm run staff -- disable --email ADDRESS
       npm run staff -- enable --email ADDRESS
       npm run staff -- reset-factors --email ADDRESS
       npm run staff -- reset-password --email ADDRESS [--password-stdin]

Makes the first owner of a shop, and helps staff who cannot sign in. Each act is in the audit log.

  --role NAME       owner (default), admin, finance, support, or any other role
  --password-stdin  read the password from the standard input; without it one is made and printed
`;

const ROWS = 100;

await runMain(async () => {
  const { values, positionals } = readArguments(USAGE, {
    allowPositionals: true,
    options: {
      email: { type: 'string' },
      role: { type: 'string', default: 'owner' },
      'password-stdin': { type: 'boolean', default: false },
    },
  });
  const [command, ...more] = positionals;
  if (command === undefined || more.length > 0) throw new UsageError('Name one command.', USAGE);
  const address = () => emailOf(values.email);
  const password = () => (values['password-stdin'] ? readStandardInput() : randomPassword());
  try {
    if (command === 'list') await list();
    else if (command === 'create') await create(address(), values.role, await password());
    else if (command === 'disable' || command === 'enable') await move(address(), command);
    else if (command === 'reset-factors') await resetFactors(address());
    else if (command === 'reset-password') await reset(address(), await password());
    else throw new UsageError(`There is no command ${command}.`, USAGE);
  } catch (error) {
    if (error instanceof AppError) throw new StartupError(error.message);
    throw error;
  }
});

async function create(email: string, role: string, password: string): Promise<void> {
  const { isNew } = await runInShop('staff', ({ services }, ctx) =>
    services.staff.create(ctx, { email, role, password }),
  );
  writeOut(
    isNew
      ? `${email} is ${role} now, with the password ${password}\n`
      : `${email} is ${role} now, with the same password as before.\n`,
  );
}

async function reset(email: string, password: string): Promise<void> {
  await runInShop('staff', ({ services }, ctx) =>
    services.staff.resetPassword(ctx, email, password),
  );
  writeOut(`${email} has the password ${password}\n`);
}

function list(): Promise<void> {
  return runInShop('staff', async ({ services }, ctx) => {
    let cursor: string | undefined;
    do {
      const { rows, meta } = await services.staff.list(ctx, { limit: ROWS, cursor });
      for (const { email, status, roles } of rows) {
        writeOut(`${email}  ${status}  ${roles.map(({ name }) => name).join(', ')}\n`);
      }
      cursor = meta.nextCursor ?? undefined;
    } while (cursor !== undefined);
  });
}

function move(email: string, command: 'disable' | 'enable'): Promise<void> {
  return runInShop('staff', async ({ services: { staff } }, ctx) => {
    const id = await memberOf(staff, ctx, email);
    const { status } = await staff[command](ctx, id, `npm run staff -- ${command}`);
    writeOut(`${email} is ${status}.\n`);
  });
}

function resetFactors(email: string): Promise<void> {
  return runInShop('staff', async ({ services: { staff } }, ctx) => {
    const id = await memberOf(staff, ctx, email);
    await staff.resetFactors(ctx, id, 'npm run staff -- reset-factors');
    writeOut(`${email} no longer has a second factor, and is signed out.\n`);
  });
}

async function memberOf(staff: StaffService, ctx: Context, email: string): Promise<string> {
  const { rows } = await staff.list(ctx, { limit: ROWS, q: email });
  const member = rows.find((one) => one.email === email);
  if (!member) throw new StartupError(`There is no member of staff ${email}.`);
  return member.id;
}

function emailOf(text: string | undefined): string {
  const email = text === undefined ? undefined : parseEmail(text);
  if (email === undefined) throw new UsageError('Give an address: --email ada@example.com', USAGE);
  return email;
}

async function readStandardInput(): Promise<string> {
  let text = '';
  for await (const chunk of process.stdin) text += String(chunk);
  return text.replace(/\r?\n$/, '');
}

/** 144 random bits. */
function randomPassword(): string {
  return randomBytes(18).toString('base64url');
}
