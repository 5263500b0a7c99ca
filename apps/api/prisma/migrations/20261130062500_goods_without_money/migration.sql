-- Goods may come back when no money is left to go back with them: a refund of nothing, which restocks.
ALTER TABLE "refunds" DROP CONSTRAINT "refunds_amounts",
  ADD CONSTRAINT "refunds_amounts" CHECK ("amount" >= 0 AND ("amount" > 0 OR "restocked")
    AND "shipping" BETWEEN 0 AND "amount");
