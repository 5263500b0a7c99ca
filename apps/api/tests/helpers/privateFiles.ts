import { newId } from '../../src/kernel/ids.ts';
import type { TestApp } from './app.ts';
import { asStaff } from './staff.ts';

type Shop = Pick<TestApp, 'api' | 'container' | 'ctx'>;

interface Customer {
  readonly customerId: string;
}

interface Given {
  readonly text?: string;
  readonly name?: string;
}

/** A document of this text. */
export const pdf = (text: string) => Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`);

/** Has staff bring a document, for staff alone where no customer is named. @returns its id and where it is. */
export async function giveFile(
  { api, ctx }: Shop,
  customer?: Customer,
  { text = newId('request'), name = 'a.pdf' }: Given = {},
) {
  const upload = api.post('/api/v1/admin/media/files').set(asStaff);
  if (customer) upload.field('customerId', customer.customerId);
  const { body } = await upload
    .field('visibility', customer ? 'customer' : 'staff')
    .attach('file', pdf(text), { filename: name, contentType: 'application/pdf' })
    .expect((answer) => expect([200, 201]).toContain(answer.status));
  const id: string = body.data.id;
  const { storageKey } = await ctx.db.prisma.file.findUniqueOrThrow({ where: { id } });
  return { id, storageKey };
}

/** Has staff merge a customer into another. */
export const mergeCustomers = ({ api }: Shop, survivor: Customer, loser: Customer) =>
  api
    .post(`/api/v1/admin/customers/${survivor.customerId}/merge`)
    .set(asStaff)
    .send({ loserId: loser.customerId, reason: 'registered twice' })
    .expect(200);

/** Erases a customer at their request, as its job does; the jobs that follow are queued. */
export async function eraseCustomer(
  { api, container, ctx }: Shop,
  { as }: { readonly as: { readonly Authorization: string } },
): Promise<void> {
  const { body } = await api.post('/api/v1/me/erasure').set(as).send({ confirm: true }).expect(202);
  await container.services.dataRequests.erase(ctx, body.data.id);
}
