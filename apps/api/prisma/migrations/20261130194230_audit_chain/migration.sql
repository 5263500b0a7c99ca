-- DropIndex
DROP INDEX "audit_entries_subject_idx";

-- AlterTable
ALTER TABLE "audit_entries" ADD COLUMN     "after" JSONB,
ADD COLUMN     "before" JSONB,
ADD COLUMN     "erased_at" TIMESTAMPTZ(3),
ADD COLUMN     "ip" TEXT,
ADD COLUMN     "personal_digest" TEXT,
ADD COLUMN     "position" INTEGER,
ADD COLUMN     "salt" UUID DEFAULT gen_random_uuid(),
ADD COLUMN     "seal" BIGINT;

-- CreateTable
CREATE TABLE "audit_seals" (
    "number" BIGINT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "entries" INTEGER NOT NULL,
    "content_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_seals_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE INDEX "audit_entries_subject_id_idx" ON "audit_entries"("subject", "id");

-- CreateIndex
CREATE INDEX "audit_entries_actor_id_idx" ON "audit_entries"("actor", "id");

-- CreateIndex
CREATE INDEX "audit_entries_action_id_idx" ON "audit_entries"("action", "id");

-- CreateIndex
CREATE INDEX "audit_entries_seal_position_idx" ON "audit_entries"("seal", "position");

-- What waits for its seal is few.
CREATE INDEX "audit_entries_unsealed" ON "audit_entries" ("created_at", "id") WHERE "seal" IS NULL;

ALTER TABLE "audit_seals"
  ADD CONSTRAINT "audit_seals_number" CHECK ("number" > 0),
  ADD CONSTRAINT "audit_seals_entries" CHECK ("entries" > 0);

-- The chain begins with an entry as the shop writes it: now, unsealed and whole.
CREATE FUNCTION "audit_entry_begins"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.created_at := now();
  NEW.salt := gen_random_uuid();
  NEW.personal_digest := NULL;
  NEW.seal := NULL;
  NEW.position := NULL;
  NEW.erased_at := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER "audit_entries_begin" BEFORE INSERT ON "audit_entries"
  FOR EACH ROW EXECUTE FUNCTION "audit_entry_begins"();

-- An entry changes twice at most: it is sealed, and its personal data is erased.
CREATE FUNCTION "audit_entry_keeps"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "sealing" CONSTANT text[] := ARRAY['personal_digest', 'seal', 'position'];
  "personal" CONSTANT text[] := ARRAY['reason', 'details', 'before', 'after', 'ip', 'salt', 'erased_at'];
BEGIN
  IF OLD.seal IS NULL AND NEW.seal IS NOT NULL AND NEW.position IS NOT NULL
    AND NEW.personal_digest IS NOT NULL
    AND to_jsonb(NEW) - "sealing" = to_jsonb(OLD) - "sealing"
  THEN
    RETURN NEW;
  END IF;
  IF current_setting('cartwright.erases_audit', true) = 'yes'
    AND OLD.seal IS NOT NULL AND OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL
    AND NEW.reason = '' AND NEW.details = '{}'
    AND num_nonnulls(NEW.before, NEW.after, NEW.ip, NEW.salt) = 0
    AND to_jsonb(NEW) - "personal" = to_jsonb(OLD) - "personal"
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only: % is not allowed', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER "audit_entries_append_only" ON "audit_entries";
CREATE TRIGGER "audit_entries_append_only" BEFORE DELETE ON "audit_entries"
  FOR EACH ROW EXECUTE FUNCTION "forbid_change"();
CREATE TRIGGER "audit_entries_keep_content" BEFORE UPDATE ON "audit_entries"
  FOR EACH ROW EXECUTE FUNCTION "audit_entry_keeps"();

-- The one way to erase personal data from the audit log; entries that are not sealed yet are skipped.
CREATE FUNCTION "erase_audit_entries"("ids" text[]) RETURNS SETOF text LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('cartwright.erases_audit', 'yes', true);
  RETURN QUERY
    UPDATE audit_entries e
    SET reason = '', details = '{}', before = NULL, after = NULL, ip = NULL, salt = NULL,
      erased_at = now()
    WHERE e.id = ANY ("ids") AND e.seal IS NOT NULL AND e.erased_at IS NULL
    RETURNING e.id;
  PERFORM set_config('cartwright.erases_audit', '', true);
END $$;

CREATE TRIGGER "audit_seals_append_only" BEFORE UPDATE OR DELETE ON "audit_seals"
  FOR EACH ROW EXECUTE FUNCTION "forbid_change"();
CREATE TRIGGER "audit_seals_keep" BEFORE TRUNCATE ON "audit_seals" EXECUTE FUNCTION "forbid_change"();
