-- AlterTable
ALTER TABLE "users" ADD COLUMN     "staff_since" TIMESTAMPTZ(3);

UPDATE "users" u SET "staff_since" = g.first
FROM (SELECT "user_id", min("created_at") AS first FROM "role_grants" GROUP BY "user_id") AS g
WHERE g."user_id" = u."id";

-- Set once: who loses a role and gets one again gets no other time for adding a second factor.
CREATE FUNCTION "begin_staff"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE users SET staff_since = NEW.created_at WHERE id = NEW.user_id AND staff_since IS NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER "role_grants_begin_staff" AFTER INSERT ON "role_grants"
  FOR EACH ROW EXECUTE FUNCTION "begin_staff"();
