import { randomUUID } from 'node:crypto';
import { givenId } from './notes.ts';
import { ask, inRounds, read, type StaffTools } from './staff.ts';

const PAUSE_MS = 1000;
/** The number of latest refunds that staff check in a round. */
const AT_A_TIME = 5;
const LATEST = 60;
/** The share of succeeded refunds that the customer's bank returns. */
const SENT_BACK = 0.4;

/** Another member of staff was faster, or the money was refunded in another way. */
const refusals = ['state_conflict', 'refund_exceeds_payment'];

/** What staff read of a refund. */
interface Refund {
  transfers: { provider: string; status: string; providerId: string | null }[];
}

/** What staff read of a workflow. */
interface Workflow {
  id: string;
  kind: string;
}

/** Retries refunds that failed at Stripe, while banks return some of them. */
export async function retryRefunds(tools: StaffTools): Promise<void> {
  const { random, notes, closing } = tools;
  const seen = new Set<string>();
  await inRounds(PAUSE_MS, closing, async () => {
    const given = notes.asked.refund.flatMap((asked) => givenId(asked) ?? []);
    const chosen = random.shuffle(given.slice(-LATEST)).slice(0, AT_A_TIME);
    await Promise.all(chosen.map((id) => lookAfter(id, seen, tools)));
  });
}

/** Retries all failed refunds once; for when everything is at rest and banks return no more. */
export async function retryAll(tools: StaffTools): Promise<void> {
  for (const asked of tools.notes.asked.refund) {
    const id = givenId(asked);
    if (id !== undefined && hasFailed(await readRefund(id, tools))) await retry(id, tools);
  }
}

/** Abandons refunds that failed again because no card accepts them: staff refund in another way. */
export async function giveUpRefunds(tools: StaffTools): Promise<void> {
  const path = '/api/v1/admin/workflows';
  const waiting = await read<Workflow[]>(tools.client, `${path}?state=needs_person&limit=100`);
  for (const { id, kind } of waiting) {
    if (kind !== 'refund') continue;
    const body = { reason: 'The card takes nothing back; paid back in cash' };
    const asked = { path: `${path}/${id}/abandon`, key: randomUUID(), body };
    await ask('end of a refund', asked, tools);
  }
}

async function lookAfter(id: string, seen: Set<string>, tools: StaffTools): Promise<void> {
  const { random, stripe } = tools;
  const refund = await readRefund(id, tools);
  if (hasFailed(refund)) {
    const clerks = random.chance(0.3) ? 2 : 1;
    await Promise.all(Array.from({ length: clerks }, () => retry(id, tools)));
    return;
  }
  const sent = refund.transfers.find(
    ({ status, provider }) => status === 'succeeded' && provider === 'stripe',
  );
  if (!sent || seen.has(id)) return;
  // Once each, or no refund would stay succeeded.
  seen.add(id);
  if (!random.chance(SENT_BACK)) return;
  await stripe.control('POST', `refunds/${sent.providerId}/fail`, { reason: 'declined' });
}

function readRefund(id: string, { client }: StaffTools): Promise<Refund> {
  return read<Refund>(client, `/api/v1/admin/refunds/${id}`);
}

function hasFailed({ transfers }: Refund): boolean {
  return transfers.some(({ status }) => status === 'failed');
}

async function retry(id: string, tools: StaffTools): Promise<void> {
  const asked = { path: `/api/v1/admin/refunds/${id}/retry`, key: randomUUID() };
  await ask('retry of a refund', asked, tools, refusals);
}
