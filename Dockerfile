# The image of web, worker and tick. Build: docker build -t steunpunt .
FROM python:3.13-slim

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
WORKDIR /app
RUN useradd --system --home /app steunpunt && mkdir /data /backups && chown steunpunt /data /backups
COPY requirements/lock.txt requirements/lock.txt
RUN pip install --no-cache-dir --require-hashes -r requirements/lock.txt
COPY manage.py ./
COPY steunpunt steunpunt
COPY tools/probe.py tools/probe.py
COPY data data
USER steunpunt
EXPOSE 8000
CMD ["python", "-m", "granian", "--interface", "wsgi", "--host", "0.0.0.0", "--port", "8000", "--workers", "2", "--blocking-threads", "8", "--respawn-failed-workers", "--workers-kill-timeout", "10", "steunpunt.config.wsgi:application"]
