import { newId } from '../../src/kernel/ids.ts';
import { signInPerson } from '../helpers/people.ts';
import { asStaff } from '../helpers/staff.ts';
import { post, upTo, type Scenes, type Stage } from './scene.ts';

const admin = '/api/v1/admin/companies';

/** A company with `size` locations, members and rules. */
async function addCompany({ shop, variantIds }: Stage, size: number) {
  const { prisma } = shop.ctx.db;
  const people = await Promise.all(upTo(size).map(() => signInPerson(shop.container)));
  const [id, locationId] = [newId('company'), newId('companyLocation')];
  const others = upTo(size - 1).map((number) => ({
    id: newId('companyLocation'),
    name: `Depot ${number}`,
  }));
  await prisma.company.create({
    data: {
      id,
      name: `Ottakar ${size}`,
      locations: { create: [{ id: locationId, name: 'Depot' }, ...others] },
      members: { create: people.map(({ customerId }) => ({ customerId, role: 'buyer' as const })) },
      quantityRules: {
        create: variantIds.slice(0, size).map((variantId) => {
          return { id: newId('quantityRule'), variantId, minimum: 10, step: 5 };
        }),
      },
    },
  });
  return { path: `${admin}/${id}`, locationId, member: people[0] };
}

/** A company with `size` carts that wait for an approver. */
async function addWaiting(stage: Stage, size: number) {
  const { shop } = stage;
  const { prisma } = shop.ctx.db;
  const { path, locationId, member } = await addCompany(stage, size);
  const approver = await signInPerson(shop.container);
  const data = { customerId: approver.customerId, role: 'approver' as const };
  await prisma.companyMember.create({ data: { ...data, companyId: path.slice(admin.length + 1) } });
  await prisma.cart.createMany({
    data: upTo(size).map(() => ({
      id: newId('cart'),
      currency: 'USD',
      customerId: member?.customerId ?? null,
      companyLocationId: locationId,
      approvalVersion: 1,
      approvalAskedAt: new Date(),
      expiresAt: new Date(Date.now() + 60_000),
    })),
  });
  return { path, approver };
}

/** The requests about companies. */
export const scenes: Scenes = {
  async listCompanies(stage, size) {
    for (const number of upTo(size)) await addCompany(stage, number);
    return stage.shop.api.get(`${admin}?limit=${size}`).set(asStaff);
  },

  createCompany: (stage, size) =>
    post(stage, '/admin/companies', asStaff).send({ name: `Ottakar ${size}` }),

  getCompany: async (stage, size) =>
    stage.shop.api.get((await addCompany(stage, size)).path).set(asStaff),

  changeCompany: async (stage, size) =>
    stage.shop.api
      .patch((await addCompany(stage, size)).path)
      .set(asStaff)
      .send({ note: 'Pays late' }),

  deleteCompany: async (stage, size) =>
    stage.shop.api.delete((await addCompany(stage, size)).path).set(asStaff),

  addCompanyLocation: async (stage, size) =>
    stage.shop.api
      .post(`${(await addCompany(stage, size)).path}/locations`)
      .set(asStaff)
      .send({ name: 'Linz', exemption: { reason: 'resale' } }),

  async changeCompanyLocation(stage, size) {
    const { path, locationId } = await addCompany(stage, size);
    const change = { paymentTermsDays: 30 };
    return stage.shop.api.patch(`${path}/locations/${locationId}`).set(asStaff).send(change);
  },

  async removeCompanyLocation(stage, size) {
    const { path, locationId } = await addCompany(stage, size);
    return stage.shop.api.delete(`${path}/locations/${locationId}`).set(asStaff);
  },

  async putCompanyMember(stage, size) {
    const { path } = await addCompany(stage, size);
    const { customerId } = await signInPerson(stage.shop.container);
    const member = { role: 'buyer', orderLimit: { amount: 10_000, currency: 'USD' } };
    return stage.shop.api.put(`${path}/members/${customerId}`).set(asStaff).send(member);
  },

  async removeCompanyMember(stage, size) {
    const { path, member } = await addCompany(stage, size);
    return stage.shop.api.delete(`${path}/members/${member?.customerId}`).set(asStaff);
  },

  async putQuantityRules(stage, size) {
    const { path } = await addCompany(stage, size);
    const rules = stage.variantIds.slice(0, size).map((variantId) => ({ variantId, minimum: 5 }));
    return stage.shop.api.put(`${path}/quantity-rules`).set(asStaff).send({ rules });
  },

  async listCompanyApprovals(stage, size) {
    const { path } = await addWaiting(stage, size);
    return stage.shop.api.get(`${path}/approvals?limit=${size}`).set(asStaff);
  },

  async listOwnApprovals(stage, size) {
    const { approver } = await addWaiting(stage, size);
    return stage.shop.api.get(`/api/v1/me/approvals?limit=${size}`).set(approver.as);
  },

  async listOwnCompanies(stage, size) {
    const { member } = await addCompany(stage, size);
    return stage.shop.api.get('/api/v1/me/companies').set(member?.as ?? {});
  },
};
