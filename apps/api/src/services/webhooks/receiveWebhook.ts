import { processWebhookJob } from '../../jobs/webhooks.process.job.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { PaymentsService } from '../payments.service.ts';
import { storeEvent } from './inbox.ts';
import { providerOf } from './providerOf.ts';

/**
 * Keeps a signed event together with the job that will act on it, if there is something to do.
 * @param body the bytes as they came: the signature is of them.
 * @throws {AppError} not_found for another provider's name; invalid_signature; malformed_json,
 *   validation_failed: signed, and no event.
 */
export async function receiveWebhook(
  { payments }: { payments: PaymentsService },
  ctx: Context,
  provider: string,
  { body, signature }: { body: Buffer; signature: string | undefined },
): Promise<void> {
  const { webhook } = providerOf(payments, provider);
  if (signature === undefined) {
    const message = `The header ${webhook.signatureHeader} is missing. ${provider} sends it with each event; check that no proxy removes it.`;
    throw new AppError('invalid_signature', message);
  }
  if (!(await webhook.isSigned(body, signature))) {
    const message = `The ${webhook.signatureHeader} does not match the body, or is too old.`;
    throw new AppError('invalid_signature', message);
  }
  const payload = body.toString();
  const { id, type, objectId, subject } = webhook.interpret(payload);
  const { name, maxAttempts } = processWebhookJob;
  const isActedOn = subject !== undefined;
  await ctx.db.query(storeEvent, {
    provider,
    id,
    type,
    objectId,
    payload,
    job: name,
    maxAttempts,
    isActedOn,
  });
}
