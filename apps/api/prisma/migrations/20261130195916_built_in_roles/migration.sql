-- AlterTable
ALTER TABLE "roles" ADD COLUMN     "withheld" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- By hand: what Prisma cannot declare.

ALTER TABLE "roles" ADD CONSTRAINT "roles_withheld_check" CHECK ("built_in" OR "withheld" = '{}');

-- What they allow is data of the program (src/kernel/builtInRoles.ts); a row holds what a shop changes of it.
INSERT INTO "roles" ("id", "name", "title", "description", "permissions", "built_in") VALUES
  ('role_00000000000000000000000001', 'owner', 'Owner', 'Everything, always. A shop has one at least.', '{}', true),
  ('role_00000000000000000000000002', 'admin', 'Admin', 'Everything except saying who owns the shop.', '{}', true),
  ('role_00000000000000000000000003', 'finance', 'Finance', 'Captures, refunds, disputes, gift cards and store credit.', '{}', true),
  ('role_00000000000000000000000004', 'fulfilment', 'Fulfilment', 'Orders to be sent, and stock.', '{}', true),
  ('role_00000000000000000000000005', 'catalogue_manager', 'Catalogue manager', 'Products and stock.', '{}', true),
  ('role_00000000000000000000000006', 'support', 'Support', 'Reads what concerns customers, cancels and refunds orders.', '{}', true),
  ('role_00000000000000000000000007', 'customer', 'Customer', 'What each customer may do with what is theirs. It is granted to no one.', '{}', true);

DROP TRIGGER "roles_update_notify" ON "roles";
CREATE TRIGGER "roles_update_notify" AFTER UPDATE OF "permissions", "withheld" OR DELETE ON "roles"
  FOR EACH ROW EXECUTE FUNCTION "identity_row_changed"();

-- A shop that has an owner keeps one: active, and for an unlimited time. The lock on the role makes two
-- owners who remove each other at the same time go one by one; each statement in here sees what the other
-- has committed.
CREATE FUNCTION "keep_an_owner"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  owner_role CONSTANT text := 'role_00000000000000000000000001';
BEGIN
  IF TG_TABLE_NAME = 'users' THEN
    IF NOT EXISTS (SELECT FROM "role_grants"
      WHERE "user_id" = OLD."id" AND "role_id" = owner_role AND "expires_at" IS NULL) THEN
      RETURN NULL;
    END IF;
  ELSIF OLD."role_id" <> owner_role OR OLD."expires_at" IS NOT NULL THEN
    RETURN NULL;
  END IF;
  PERFORM FROM "roles" WHERE "id" = owner_role FOR NO KEY UPDATE;
  IF NOT EXISTS (SELECT FROM "role_grants" g JOIN "users" u ON u."id" = g."user_id"
    WHERE g."role_id" = owner_role AND g."expires_at" IS NULL AND u."status" = 'active') THEN
    RAISE EXCEPTION 'The shop would have no owner'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'last_owner';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "role_grants_keep_an_owner" AFTER UPDATE OR DELETE ON "role_grants"
  FOR EACH ROW EXECUTE FUNCTION "keep_an_owner"();
CREATE TRIGGER "users_keep_an_owner" AFTER UPDATE OF "status" ON "users"
  FOR EACH ROW WHEN (OLD."status" = 'active' AND NEW."status" <> 'active')
  EXECUTE FUNCTION "keep_an_owner"();
