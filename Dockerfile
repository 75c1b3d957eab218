# syntax=docker/dockerfile:1

# Everything, to build with.
FROM node:24-bookworm-slim AS build
WORKDIR /site
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build

# What of it is needed to run.
FROM build AS modules
RUN npm prune --omit=dev

# The site itself: no sources, no compilers, nobody's root.
FROM node:24-bookworm-slim
RUN apt-get update \
  && apt-get install -y --no-install-recommends ca-certificates ffmpeg=7:* fontconfig-config=2.* fonts-dejavu-core=2.* fonts-liberation=1:* fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji tini=0.19.* \
  && rm -rf /var/lib/apt/lists/* \
  && install -d -o node -g node /data
WORKDIR /site
COPY --from=modules /site/node_modules ./node_modules
COPY --from=build /site/build ./build
COPY --from=build /site/db/migrations ./db/migrations
COPY package.json litestream.yml ./
# Pictures are decoded in many threads; with a heap for each of them, memory never comes back.
ENV MALLOC_ARENA_MAX=2
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["tini", "--"]
CMD ["node", "--enable-source-maps", "build/start-replicated.js"]
