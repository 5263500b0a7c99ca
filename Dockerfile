# For development: the sources, with reload, and everything embedded.
# docker build -t cartwright-dev . && docker run -p 3000:3000 cartwright-dev
FROM node:24-bookworm-slim
WORKDIR /app
COPY package.json package-lock.json ./
COPY apps/api/package.json apps/api/
COPY packages/sdk/package.json packages/sdk/
COPY packages/stripe-sandbox/package.json packages/stripe-sandbox/
COPY apps/api/scripts/generateClient.mjs apps/api/scripts/
COPY apps/api/prisma apps/api/prisma
COPY apps/api/prisma.config.ts apps/api/
RUN npm ci
COPY . .
ENV HOST=0.0.0.0 METRICS_HOST=0.0.0.0
EXPOSE 3000 3001
CMD ["npm", "run", "dev"]
