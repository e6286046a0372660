# docker build -t digits .
# docker run --rm -v "$PWD:/data" digits recognize photo.jpg

FROM node:22-bookworm AS build
RUN apt-get update \
  && apt-get install -y --no-install-recommends g++ python3 python3-pip python3-venv \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY . .
# The library stays in the cache, and links lead there: the path must be the same in both stages.
ENV DIGITS_CACHE=/app/.cache
RUN npm run setup \
  # Jupyter is not needed to read and to train, nor are the tools that build and test.
  && rm -rf .venv \
  && npm prune --omit=dev \
  && DIGITS_ENGINE=native node dist/cli/main.js recognize data/sample-page.png

FROM node:22-bookworm-slim
COPY --from=build /app /app
RUN chmod +x /app/dist/cli/main.js && ln -s /app/dist/cli/main.js /usr/local/bin/digits
ENV DIGITS_CACHE=/app/.cache
USER node
WORKDIR /data
ENTRYPOINT ["digits"]
