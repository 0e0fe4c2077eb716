FROM node:24-slim AS build
WORKDIR /interurban
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 INTERURBAN_DATA_DIR=/var/lib/interurban
WORKDIR /interurban
COPY --from=build /interurban/package.json ./
COPY --from=build /interurban/node_modules node_modules
COPY --from=build /interurban/bin bin
COPY --from=build /interurban/data data
COPY --from=build /interurban/dist dist
COPY --from=build /interurban/fact-sheets fact-sheets
# Where the embedded PostgreSQL keeps its data, for those who set no DATABASE_URL.
RUN install --directory --owner=node --group=node "$INTERURBAN_DATA_DIR"
VOLUME /var/lib/interurban
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --start-interval=1s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# The room for young objects: docs/performance.md tells why.
CMD ["node", "--min-semi-space-size=16", "bin/interurban.mjs", "serve"]
