import path from 'node:path';
import { readSources } from '../helpers/sources.ts';

const sources = readSources(path.resolve(import.meta.dirname, '../../src'));

/** Where a payment provider is named, by the beginning of the path, with the reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'integrations/stripe': 'the adapter',
  'containers/providers.ts': 'its line in the container',
  'config/': 'its variables',
  'processes/': 'the local sandbox is started, and its keys are shown',
  'services/webhooks/sql.ts': 'jobs that were queued before there were others name none',
  'jobs/webhooks.process.job.ts': 'the same jobs',
  'controllers/home.controller.ts': 'links to the local sandbox',
  'openapi/providerWebhook.ts': 'tells how to set up its webhook',
  'utils/redact.ts': 'its secrets are kept out of the log',
  'validators/admin.validator.ts': 'a note that staff write',
  'validators/checkout.validator.ts': 'an example of a name',
  'validators/orders.validator.ts': 'an example of a name',
  'validators/payments.validator.ts': 'examples of a name, and Stripe.js',
  'validators/shop.validator.ts': 'an example of a name',
};

/** As a value, or as the word: in messages, in the API document, in comments. */
const NAMES_STRIPE = /['"`]stripe['"`]|Stripe(?![a-z])/;

const isExcepted = (file: string) =>
  Object.keys(EXCEPTIONS).some((place) => file.startsWith(place));

describe('A payment provider', () => {
  const named = sources.filter(({ text }) => NAMES_STRIPE.test(text)).map(({ path }) => path);

  test('is named in few places, each with a reason', () => {
    expect(named.filter((file) => !isExcepted(file))).toEqual([]);
  });

  test('has no unused exception', () => {
    const needless = Object.keys(EXCEPTIONS).filter(
      (place) => !named.some((file) => file.startsWith(place)),
    );
    expect(needless).toEqual([]);
  });

  test('is imported only by its line in the container', () => {
    const imports = sources.flatMap(({ path: file, imports }) =>
      imports
        .filter(({ from }) => from.startsWith('integrations/stripe'))
        .map(({ from }) => `${file} → ${from}`),
    );
    const others = imports.filter(
      (one) => !/^(integrations\/stripe|containers\/providers|processes\/sandbox)/.test(one),
    );
    expect(others).toEqual([]);
  });

  test('of the shop itself is named by localProvider alone, so that a misspelt name does not compile', () => {
    const literal =
      /provider\w*['"]?\)?\s*(?:[!=]==|<>|=|:|(?:NOT )?IN \()\s*['"`](?:manual|credit|none)\b/i;
    const found = sources.filter(({ text }) => literal.test(text)).map(({ path: file }) => file);
    expect(found).toEqual([]);
    expect("WHERE p.provider <> 'credit'").toMatch(literal);
  });
});
