import type { Context } from '../kernel/context.ts';
import type { ConsentsService } from '../services/consents.service.ts';
import type { subscribeJob } from './consents.subscribe.job.ts';
import type { JobPayload } from './defineJob.ts';

export async function answerSignUp(
  ctx: Context,
  payload: JobPayload<typeof subscribeJob>,
  { consents }: { consents: Pick<ConsentsService, 'answerSignUp'> },
): Promise<void> {
  await consents.answerSignUp(ctx, payload);
}
