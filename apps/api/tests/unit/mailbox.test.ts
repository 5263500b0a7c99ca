import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openMailbox } from '../../src/integrations/mailCatcher/mailbox.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mailbox-'));
});

afterEach(() => rm(folder, { recursive: true }));

const message = (subject: string) => Buffer.from(`Subject: ${subject}\r\n\r\nText\r\n`);

test('keeps the newest mails, newest first, and ignores foreign files', async () => {
  await writeFile(path.join(folder, 'notes.eml'), 'not named by us');
  await writeFile(path.join(folder, '1700000000000-0a0b0c0d.eml.tmp'), 'half written');
  const mailbox = await openMailbox(folder, 2);
  for (const subject of ['first', 'second', 'third']) {
    await mailbox.add(message(subject));
    await delay(2);
  }
  expect((await mailbox.list()).map(({ subject }) => subject)).toEqual(['third', 'second']);
  const files = await readdir(folder);
  expect(files.filter((name) => /^\d.*\.eml$/.test(name))).toHaveLength(2);
});

test.each(['notes', '../secret', '1700000000000-0a0b0c0d'])('has no mail %s', async (id) => {
  const mailbox = await openMailbox(folder, 2);
  await writeFile(path.join(folder, 'notes.eml'), 'not named by us');
  expect(await mailbox.read(id)).toBeNull();
  expect(await mailbox.readRaw(id)).toBeNull();
});

test('shows a mail without any headers', async () => {
  const mailbox = await openMailbox(folder, 2);
  await mailbox.add(Buffer.from('\r\njust text'));
  expect(await mailbox.list()).toMatchObject([{ from: '', to: [], subject: '', messageId: '' }]);
});

test.each([
  ['nested without end', (file: string) => writeFile(file, nested(300))],
  ['a folder', (file: string) => mkdir(file)],
])('an unreadable mail (%s) does not hide the others', async (_, make) => {
  const mailbox = await openMailbox(folder, 3);
  await mailbox.add(message('before'));
  const id = `${Date.now() + 1000}-0a0b0c0d`;
  await make(path.join(folder, `${id}.eml`));
  const [bad, good] = await mailbox.list();
  expect(bad).toMatchObject({
    id,
    subject: '(this mail cannot be read)',
    problem: expect.any(String),
  });
  expect(good).toMatchObject({ subject: 'before' });
  expect(good).not.toHaveProperty('problem');
  expect(await mailbox.read(id)).toMatchObject({ id, text: '', problem: expect.any(String) });
});

test('a folder in the place of a mail is deleted with the oldest mails', async () => {
  await mkdir(path.join(folder, '1700000000000-0a0b0c0d.eml'));
  const mailbox = await openMailbox(folder, 1);
  await mailbox.add(message('new'));
  expect(await mailbox.list()).toMatchObject([{ subject: 'new' }]);
});

/** Nested parts, deeper than any parser supports. */
function nested(depth: number): string {
  const open = (at: number) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`;
  return Array.from({ length: depth }, (_, at) => open(at)).join('');
}
