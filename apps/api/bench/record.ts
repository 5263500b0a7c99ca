import { quiet } from './quiet.ts';
import type { Measured } from './measured.ts';
import { scriptOf, type Recording, type Script } from './script.ts';

const ATTEMPTS = 10;
const WARM_UP = 5;

/** Records what a purchase sends to the database, from within the processes that send it. */
export async function recordScript(shop: Measured): Promise<Script> {
  const [article] = shop.stage.articles;
  if (!article) throw new Error('There is nothing to buy');
  for (let count = 0; count < WARM_UP; count++) await shop.shopper.buy(article.variantId);
  let last = await recordPurchase(shop, article.variantId);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const next = await recordPurchase(shop, article.variantId);
    const script = scriptOf(last, next, [article.variantId, article.productId]);
    if (script) return script;
    last = next;
  }
  throw new Error('No two purchases send the same statements');
}

async function recordPurchase(shop: Measured, variantId: string): Promise<Recording> {
  const { agents } = shop.stage;
  const senders = [agents.one('HTTP worker'), agents.one('job worker')] as const;
  await quiet(shop);
  for (const sender of senders) await sender.ask('startRecording');
  await shop.shopper.buy(variantId);
  await quiet(shop);
  const [http, jobs] = await Promise.all([
    senders[0].ask('stopRecording'),
    senders[1].ask('stopRecording'),
  ]);
  return { http, jobs };
}
