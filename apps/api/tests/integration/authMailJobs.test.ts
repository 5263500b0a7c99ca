import { sendEmail } from '../../src/jobs/email.send.handler.ts';
import { sendEmailJob } from '../../src/jobs/email.send.job.ts';
import { runnableJob } from '../../src/jobs/runnableJob.ts';
import { loadContent } from '../../src/mails/registry.ts';
import { createEmailService } from '../../src/services/email.service.ts';
import {
  asBearer,
  newEmail,
  newestToken,
  PASSWORD,
  postAuth,
  verifiedAccount,
} from '../helpers/accounts.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { testShop } from '../helpers/mails.ts';

let shop: TestApp;
beforeAll(async () => {
  shop = await startTestApp();
});
afterAll(() => shop.close());

const mailJob = runnableJob(sendEmailJob, sendEmail);

interface MailPayload {
  readonly mail: string;
}

async function queuedMails(userId: string): Promise<MailPayload[]> {
  const { rows } = await shop.container.database.pool.query<{ payload: MailPayload }>(
    `SELECT payload FROM graphile_worker._private_jobs
     WHERE payload->'about'->>'userId' = $1 ORDER BY id`,
    [userId],
  );
  return rows.map(({ payload }) => payload);
}

/** Does the jobs of mails, as the job worker does. @returns to whom they were sent. */
async function sendAll(payloads: readonly MailPayload[]): Promise<string[]> {
  const sent: string[] = [];
  const mailer = {
    async send({ to }: { to: string }) {
      sent.push(to);
    },
    async close() {},
  };
  const email = createEmailService({ mailer, from: 'My Shop <shop@shop.test>', shop: testShop });
  for (const payload of payloads) await mailJob.run(shop.ctx, payload, { email, loadContent });
  return sent;
}

/** An account that has changed its address, so that mails to both are queued. */
async function movedAccount() {
  const account = await verifiedAccount(shop);
  const email = newEmail();
  const as = asBearer(account);
  await postAuth(shop, 'change-email', { email, password: PASSWORD }, as).expect(202);
  const token = await newestToken(shop, account.userId, 'change_email');
  await postAuth(shop, 'change-email/confirm', { token }, as).expect(200);
  return { ...account, as };
}

test('A change of the address that is completed queues no second welcome, and no mail that fails', async () => {
  const { userId } = await movedAccount();
  const mails = await queuedMails(userId);
  expect(mails.filter(({ mail }) => mail === 'user.welcome')).toHaveLength(1);
  expect(await sendAll(mails)).not.toHaveLength(0);
});

test('A second welcome that an earlier release has queued is not sent, and does not fail', async () => {
  const { userId } = await verifiedAccount(shop);
  const second = { mail: 'user.welcome', about: { userId, isFirst: false } };
  expect(await sendAll([second])).toEqual([]);
});

test('Mails to someone who is erased meanwhile are not sent, and do not fail', async () => {
  const { userId, as } = await movedAccount();
  const { body } = await shop.api.post('/api/v1/me/erasure').set(as).send({ confirm: true });
  await shop.container.services.dataRequests.erase(shop.ctx, body.data.id);
  const mails = await queuedMails(userId);
  const names = new Set(mails.map(({ mail }) => mail));
  expect([...names]).toEqual(
    expect.arrayContaining(['user.verify_email', 'user.welcome', 'user.change_email']),
  );
  const reused = { mail: 'session.reused', about: { userId, sessionId: 'ses_none' } };
  const others = [
    { mail: 'session.new_device', about: { userId, sessionId: 'ses_none' } },
    { mail: 'factor.added', about: { userId, at: new Date().toISOString(), kind: 'totp' } },
    { mail: 'newsletter.confirmation', about: { requestId: 'nlr_none' } },
    { mail: 'invitation.sent', about: { invitationId: 'inv_none', number: 1 } },
  ];
  expect(await sendAll([...mails, reused, ...others])).toEqual([]);
});

test('A mail about what does not exist fails, and says which', async () => {
  const mail = { mail: 'refund.failed', about: { refundId: 'ref_none' } };
  await expect(sendAll([mail])).rejects.toThrow(
    'What the mail refund.failed is about does not exist.',
  );
});
