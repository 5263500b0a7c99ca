import type { Context } from '../kernel/context.ts';
import { configurationSteps, type SetupConfig } from './setup/configuration.ts';
import { readFacts } from './setup/facts.ts';
import { salesSteps } from './setup/sales.ts';
import type { SetupStep } from './setup/step.ts';

/** How far the shop is from its first real sale. */
export interface SetupReview {
  /** Nothing is missing. */
  isReady: boolean;
  steps: SetupStep[];
}

export type SetupService = ReturnType<typeof createSetupService>;

/** Says what is missing for the first sale, and what to do next. Nothing is written or called. */
export function createSetupService(config: SetupConfig) {
  const { currency, country } = config.shop;
  return {
    async review(ctx: Context): Promise<SetupReview> {
      const [facts] = await ctx.db.query(readFacts, { currency, country });
      if (!facts) throw new Error('The setup cannot be read');
      const steps = [...salesSteps(facts, config.shop), ...configurationSteps(facts, config)];
      return { isReady: steps.every(({ state }) => state !== 'missing'), steps };
    },
  };
}
