import { z } from 'zod';
import type { VatAnswer, VatValidator } from '../ports/vatValidator.ts';

const TIMEOUT_MS = 10_000;

interface ViesOptions {
  /** Its base address, without a slash at the end. */
  readonly viesUrl: string;
  /** Who asks: only then VIES gives consultation numbers. */
  readonly shopVatId?: string | undefined;
}

const answerSchema = z.object({
  valid: z.boolean(),
  requestIdentifier: z.string().nullish(),
  name: z.string().nullish(),
  address: z.string().nullish(),
});

const refusalSchema = z.object({ errorWrappers: z.array(z.object({ error: z.string() })) });

/** The EU's registry of VAT ids, by its REST API. */
export function createVies({ viesUrl, shopVatId }: ViesOptions): VatValidator {
  const requester = shopVatId && {
    requesterMemberStateCode: shopVatId.slice(0, 2),
    requesterNumber: shopVatId.slice(2),
  };
  return {
    async validate(vatId) {
      const response = await fetch(`${viesUrl.replace(/\/$/, '')}/check-vat-number`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
        body: JSON.stringify({
          countryCode: vatId.slice(0, 2),
          vatNumber: vatId.slice(2),
          ...requester,
        }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      return answerOf(response.status, await response.json());
    },
  };
}

/** An error is an answer, too, and may come with the status 200. */
function answerOf(status: number, body: unknown): VatAnswer {
  const refusal = refusalSchema.safeParse(body);
  const error = refusal.data?.errorWrappers[0]?.error;
  if (error === 'INVALID_INPUT') {
    return { isValid: false, consultationNumber: null, name: null, address: null };
  }
  const answer = answerSchema.safeParse(body);
  if (error !== undefined || status >= 400 || !answer.success) {
    throw new Error(`VIES has not answered: ${error ?? `status ${status}`}`);
  }
  const { valid, requestIdentifier, name, address } = answer.data;
  return {
    isValid: valid,
    consultationNumber: known(requestIdentifier),
    name: known(name),
    address: known(address),
  };
}

/** What a country does not tell is empty or "---". */
const known = (text: string | null | undefined) =>
  !text || /^[\s-]*$/.test(text) ? null : text.trim();
