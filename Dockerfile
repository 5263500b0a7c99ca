# For development: the sources, with reload. `docker compose up` starts it beside PostgreSQL.
FROM node:24-bookworm-slim
WORKDIR /app
COPY package.json package-lock.json ./
COPY apps/api/package.json apps/api/
COPY packages/stripe-sandbox/package.json packages/stripe-sandbox/
COPY apps/api/scripts/generateClient.mjs apps/api/scripts/
COPY apps/api/prisma apps/api/prisma
COPY apps/api/prisma.config.ts apps/api/
RUN npm ci
COPY . .
ENV HOST=0.0.0.0
EXPOSE 3000 3001
CMD ["npm", "run", "dev"]
