-- By hand: what Prisma cannot declare.

-- Clients of OAuth 2 are kept as keys are.
ALTER TABLE "api_keys" DROP CONSTRAINT "api_keys_kind_check";
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_kind_check"
  CHECK ("kind" IN ('publishable', 'secret', 'client'));
ALTER TABLE "api_keys" DROP CONSTRAINT "api_keys_owner_check";
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_owner_check"
  CHECK ("owner_id" IS NULL OR "kind" IN ('secret', 'client'));
