-- AlterTable
ALTER TABLE "workflows" ALTER COLUMN "deadline_at" DROP NOT NULL;

-- ── What Prisma cannot declare ───────────────────────────────────────────────────────────────

-- The steps are written where the workflow moves, so that the two cannot disagree. A step that is
-- passed over was done in the same transaction as the one before it: the sale of the goods
-- ("commit") with the news that they are paid for.
CREATE FUNCTION "workflow_moved"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "names" CONSTANT text[] := CASE NEW."kind"
    WHEN 'checkout' THEN ARRAY['reserve', 'authorize', 'commit', 'capture']
    WHEN 'refund' THEN ARRAY['request', 'transfer'] END;
  "at" CONSTANT int := array_position("names", NEW."step");
BEGIN
  IF "at" IS NULL THEN
    RAISE EXCEPTION 'A % has no step %', NEW."kind", NEW."step" USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO "workflow_steps" ("workflow_id", "name", "state", "attempts", "error", "finished_at")
  SELECT NEW."id", s."name",
    CASE
      WHEN s."place" < "at" OR NEW."state" = 'succeeded' THEN 'done'
      WHEN NEW."state" IN ('compensated', 'abandoned') THEN 'compensated'
      WHEN NEW."state" = 'needs_person' THEN 'failed'
      ELSE 'running'
    END,
    CASE WHEN s."place" = "at" THEN NEW."attempts" ELSE 0 END,
    CASE WHEN s."place" = "at" THEN NEW."last_error" END,
    CASE WHEN s."place" < "at" OR NEW."state" NOT IN ('running', 'waiting') THEN now() END
  FROM unnest("names") WITH ORDINALITY AS s ("name", "place")
  WHERE s."place" <= "at"
  ON CONFLICT ("workflow_id", "name") DO UPDATE SET
    "state" = excluded."state",
    -- What went wrong on the way is kept when the step is done in the end.
    "attempts" = greatest("workflow_steps"."attempts", excluded."attempts"),
    "error" = coalesce(excluded."error", "workflow_steps"."error"),
    "finished_at" = excluded."finished_at"
  WHERE "workflow_steps"."state" <> excluded."state"
    OR "workflow_steps"."attempts" < excluded."attempts"
    OR "workflow_steps"."error" IS DISTINCT FROM coalesce(excluded."error", "workflow_steps"."error");
  RETURN NULL;
END $$;
CREATE TRIGGER "workflows_inserted" AFTER INSERT ON "workflows"
  FOR EACH ROW EXECUTE FUNCTION "workflow_moved"();
CREATE TRIGGER "workflows_moved" AFTER UPDATE OF "step", "state", "attempts", "last_error" ON "workflows"
  FOR EACH ROW EXECUTE FUNCTION "workflow_moved"();
CREATE INDEX "workflows_due" ON "workflows" ("deadline_at") WHERE "state" IN ('running', 'waiting');
