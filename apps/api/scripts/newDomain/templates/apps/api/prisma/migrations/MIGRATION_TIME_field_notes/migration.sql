-- CreateTable
CREATE TABLE "field_notes" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "field_notes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "field_notes_withdrawn_at_idx" ON "field_notes"("withdrawn_at");
