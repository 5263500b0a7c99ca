-- What is used of rate limits. UNLOGGED: no write waits for the disk, nothing goes to a standby, and
-- a crash or a failover empties it, which costs no more than one window of counting.
CREATE UNLOGGED TABLE "limit_counts" (
    "key" TEXT NOT NULL,
    "used" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "limit_counts_pkey" PRIMARY KEY ("key")
-- Room on each page, so that counting within a window touches no index.
) WITH (fillfactor = 70);

-- CreateIndex
CREATE INDEX "limit_counts_expires_at_idx" ON "limit_counts"("expires_at");
