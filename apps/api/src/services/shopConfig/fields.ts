import { z } from 'zod';
import { isCountry, nearestCountry } from '../../utils/countries.ts';
import { AmountError, isCurrency, parseDecimalAmount } from '../../kernel/money.ts';

// The values of a file. Every value arrives as its text (see file.ts): no number is ever a float,
// and `NO` is Norway.

/** A name or a sentence. */
export const text = (max = 200) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(max, `must have at most ${max} characters`)
    .regex(/^[^\p{Cc}]*$/u, 'must be one line, without control characters');

export const flag = () =>
  z
    .enum(['true', 'false'], {
      error: ({ input }) => `${input === undefined ? 'is missing: it ' : ''}must be true or false`,
    })
    .transform((word) => word === 'true');

/** A whole number from 0. */
export const count = () =>
  z
    .string()
    .regex(/^(?:0|[1-9]\d{0,8})$/, 'must be a whole number from 0 to 999999999, in digits')
    .transform(Number);

export const country = () =>
  z.string().refine(isCountry, {
    error: ({ input }) => {
      const meant = nearestCountry(String(input));
      const hint = meant === undefined ? '' : `; ${meant} is probably meant`;
      return `"${String(input)}" is no country’s code of ISO 3166-1 alpha-2, in capitals${hint}`;
    },
  });

export const region = () =>
  z
    .string()
    .regex(
      /^[A-Z0-9]{1,3}$/,
      'must be a region’s code, the part of ISO 3166-2 after the hyphen: CA of US-CA',
    );

/** Percent, as parts per million: "8.875" is 88750. */
export const percentage = () =>
  z
    .string()
    .regex(
      /^(?:100(?:\.0{1,4})?|\d{1,2}(?:\.\d{1,4})?)(?: ?%)?$/,
      'must be a percentage from 0 to 100 with at most four decimals, such as 19 or 8.875',
    )
    .transform((percent) => {
      const [whole = '', decimals = ''] = percent.replace(/ ?%$/, '').split('.');
      return Number(whole + decimals.padEnd(4, '0'));
    });

/** Amounts by their currency, written as people do ("5.95"), in minor units of each. */
export const prices = () =>
  z.record(z.string(), z.string()).transform((written, context) => {
    const amounts = Object.entries(written).map(([currency, amount]): [string, number] => {
      const problem = (message: string) => {
        context.addIssue({ code: 'custom', path: [currency], message });
        return [currency, 0] as [string, number];
      };
      if (!isCurrency(currency)) {
        return problem('is no currency of ISO 4217; write its code in capitals, such as USD');
      }
      try {
        const minor = parseDecimalAmount(amount, currency);
        return minor < 0 ? problem('must not be negative') : [currency, minor];
      } catch (error) {
        if (error instanceof AmountError) return problem(error.message);
        throw error;
      }
    });
    if (amounts.length === 0) {
      context.addIssue({ code: 'custom', message: 'needs a price in at least one currency' });
    }
    return Object.fromEntries(amounts);
  });
