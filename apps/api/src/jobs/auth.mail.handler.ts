import type { Context } from '../kernel/context.ts';
import type { AuthService } from '../services/auth.service.ts';
import type { mailAccountJob } from './auth.mail.job.ts';
import type { JobPayload } from './defineJob.ts';

export function mailAccount(
  ctx: Context,
  payload: JobPayload<typeof mailAccountJob>,
  { auth }: { auth: Pick<AuthService, 'answerMailRequest'> },
): Promise<void> {
  return auth.answerMailRequest(ctx, payload);
}
