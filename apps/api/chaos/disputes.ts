import { inRounds, read, type StaffTools } from './staff.ts';

const PAUSE_MS = 2000;
/** The share of open disputes that banks decide between two rounds; some stay open. */
const DECIDED = 0.3;

/** What staff read of a dispute. */
interface Dispute {
  providerId: string;
}

/** Staff see a dispute and answer it in Stripe's dashboard; some are won, and some are lost. */
export async function answerDisputes({
  client,
  random,
  stripe,
  closing,
}: StaffTools): Promise<void> {
  await inRounds(PAUSE_MS, closing, async () => {
    const open = await read<Dispute[]>(client, '/api/v1/admin/disputes?state=open&limit=100');
    const decided = open.filter(() => random.chance(DECIDED));
    const decide = ({ providerId }: Dispute) => {
      const outcome = random.chance(0.5) ? 'win' : 'lose';
      // Refused when it was decided before and the shop has not received that webhook yet.
      return stripe.control('POST', `disputes/${providerId}/${outcome}`).catch(() => undefined);
    };
    await Promise.all(decided.map(decide));
  });
}
