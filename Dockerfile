# The bot in a container: everything it remembers is in /data, or in the database that DATABASE_URL names.
# Before the first start and after each update, once: docker run … python -m bot migrate

FROM python:3.13-slim AS build
COPY requirements.lock .
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.lock

FROM python:3.13-slim
RUN useradd --system --uid 10001 bot && install -d -o bot /data
COPY --from=build /venv /venv
WORKDIR /app
COPY bot bot
COPY handlers handlers
COPY knowledge knowledge
COPY scheduler scheduler
USER bot
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 HOST=0.0.0.0 PORT=3000 DATABASE_URL=sqlite:////data/naeringsbot.db
VOLUME /data
EXPOSE 3000
HEALTHCHECK --start-period=20s CMD ["python", "-c", "import os, urllib.request; urllib.request.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/healthz', timeout=3)"]
CMD ["python", "-m", "bot", "run"]
