import type { Context } from '../kernel/context.ts';
import type { RemoteProvider } from '../ports/paymentProvider.ts';
import type { SetupStep } from '../ports/setupStep.ts';
import { configurationSteps, type SetupConfig } from './setup/configuration.ts';
import { readFacts } from './setup/facts.ts';
import { salesSteps } from './setup/sales.ts';

/** How far the shop is from its first real sale. */
export interface SetupReview {
  /** Nothing is missing. */
  isReady: boolean;
  steps: SetupStep[];
}

export type SetupService = ReturnType<typeof createSetupService>;

interface SetupProviders {
  readonly remotes: readonly Pick<RemoteProvider, 'name' | 'setup'>[];
  /** The names of all that a checkout offers. */
  readonly offered: readonly string[];
}

/** Says what is missing for the first sale, and what to do next. Nothing is written or called. */
export function createSetupService(config: SetupConfig, { remotes, offered }: SetupProviders) {
  const { currency, country } = config.shop;
  const providers = remotes.map(({ name }) => name);
  return {
    async review(ctx: Context): Promise<SetupReview> {
      const [facts] = await ctx.db.query(readFacts, { currency, country, providers });
      if (!facts) throw new Error('The setup cannot be read');
      const providerSteps = remotes.flatMap((remote) => {
        const isOffered = offered.includes(remote.name);
        const hasEvents = facts.senders.includes(remote.name);
        return remote.setup?.({ isOffered, hasEvents }) ?? [];
      });
      const steps = [
        ...salesSteps(facts, config.shop),
        ...configurationSteps(config, providerSteps),
      ];
      return { isReady: steps.every(({ state }) => state !== 'missing'), steps };
    },
  };
}
