import { newId } from '../../src/kernel/ids.ts';
import { issueCard, usd, type Card } from '../helpers/credit.ts';
import { placeOrder } from '../helpers/orders.ts';
import { asStaff } from '../helpers/staff.ts';
import { goods, post, upTo, type Scenes, type Stage } from './scene.ts';

const read = ({ shop }: Stage, path: string) => shop.api.get(`/api/v1/admin/${path}`).set(asStaff);

/** A gift card whose ledger has as many rows. */
async function usedCard({ shop }: Stage, size: number): Promise<Card> {
  const card = await issueCard(shop, 1000);
  await shop.ctx.db.prisma.creditEntry.createMany({
    data: upTo(size - 1).map((number) => ({
      id: newId('creditEntry'),
      accountId: card.id,
      kind: 'adjusted',
      amount: 1,
      reference: `test ${number}`,
      actor: 'test',
    })),
  });
  return card;
}

async function addDisputes(stage: Stage, size: number): Promise<void> {
  const [line] = goods(stage, 1);
  const { paymentId } = await placeOrder(stage.shop, line ? [line] : []);
  await stage.shop.ctx.db.prisma.dispute.createMany({
    data: upTo(size).map((number) => ({
      id: newId('dispute'),
      paymentId,
      providerId: `du_${paymentId}_${number}`,
      status: 'won',
      reason: 'fraudulent',
      amount: 1,
      currency: 'USD',
      closedAt: new Date(),
    })),
  });
}

async function addAuditEntries({ shop }: Stage, size: number): Promise<void> {
  for (const number of upTo(size)) {
    const act = { action: 'test.act', subject: `test_${number}` };
    await shop.container.services.audit.record(shop.ctx, act);
  }
}

/** Queues `size` jobs that no worker here runs. @returns the id of one. */
async function addJobs({ shop }: Stage, size: number): Promise<string> {
  const rows = await shop.ctx.db.prisma.$queryRaw<{ id: string }[]>`
    SELECT (graphile_worker.add_job('test.scene', '{}'::json)).id::text
    FROM generate_series(1, ${size}::int)`;
  return rows[0]?.id ?? '';
}

/** The requests of staff. */
export const scenes: Scenes = {
  async getGiftCardBalance(stage, size) {
    const { code } = await usedCard(stage, size);
    return stage.shop.api.post('/api/v1/gift-cards/balance').send({ code });
  },

  async listCreditAccounts(stage, size) {
    for (const _ of upTo(size)) await usedCard(stage, 2);
    return read(stage, `credit-accounts?limit=${size}`);
  },

  getCreditAccount: async (stage, size) =>
    read(stage, `credit-accounts/${(await usedCard(stage, size)).id}`),

  listCreditEntries: async (stage, size) =>
    read(stage, `credit-accounts/${(await usedCard(stage, size)).id}/entries?limit=${size}`),

  issueCredit: (stage) =>
    post(stage, '/admin/credit-accounts', asStaff).send({ kind: 'gift_card', amount: usd(1000) }),

  async adjustCredit(stage, size) {
    const { id } = await usedCard(stage, size);
    const body = { amount: usd(100), reason: 'for the trouble' };
    return post(stage, `/admin/credit-accounts/${id}/adjust`, asStaff).send(body);
  },

  async changeCredit(stage, size) {
    const { id } = await usedCard(stage, size);
    const body = { disabled: true, reason: 'was lost' };
    return stage.shop.api.patch(`/api/v1/admin/credit-accounts/${id}`).set(asStaff).send(body);
  },

  async disableCredit(stage, size) {
    const { id } = await usedCard(stage, size);
    const body = { reason: 'was lost' };
    return stage.shop.api
      .post(`/api/v1/admin/credit-accounts/${id}/disable`)
      .set(asStaff)
      .send(body);
  },

  async listAuditEntries(stage, size) {
    await addAuditEntries(stage, size);
    return read(stage, `audit-log?limit=${size}`);
  },

  async exportAuditEntries(stage, size) {
    await addAuditEntries(stage, size);
    return read(stage, 'audit-log/export');
  },

  async listDisputes(stage, size) {
    await addDisputes(stage, size);
    return read(stage, `disputes?limit=${size}`);
  },

  async listWorkflows(stage, size) {
    for (const _ of upTo(size)) await placeOrder(stage.shop, goods(stage, 1));
    return read(stage, `workflows?limit=${size}`);
  },

  async getWorkflow(stage, size) {
    const { orderId } = await placeOrder(stage.shop, goods(stage, size));
    const { prisma } = stage.shop.ctx.db;
    const { id } = await prisma.workflow.findFirstOrThrow({ where: { subjectId: orderId } });
    return read(stage, `workflows/${id}`);
  },

  async listJobs(stage, size) {
    await addJobs(stage, size);
    return read(stage, `jobs?limit=${size}`);
  },

  getJob: async (stage, size) => read(stage, `jobs/${await addJobs(stage, size)}`),

  async retryJob(stage, size) {
    const id = await addJobs(stage, size);
    const body = { reason: 'looked at' };
    return stage.shop.api.post(`/api/v1/admin/jobs/${id}/retry`).set(asStaff).send(body);
  },

  async discardJob(stage, size) {
    const id = await addJobs(stage, size);
    const body = { reason: 'looked at' };
    return stage.shop.api.post(`/api/v1/admin/jobs/${id}/discard`).set(asStaff).send(body);
  },

  runDoctor: (stage) => read(stage, 'doctor'),

  getSetup: (stage) => read(stage, 'setup'),
};
