# syntax=docker/dockerfile:1
FROM python:3.11-slim AS base
ENV LANG=C.UTF-8 \
    PORT=8000 \
    WORKERS=2
RUN apt-get update && apt-get install -y \
    curl \
    git \
    gnupg \
    jq \
    libpq5 \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY . .
EXPOSE 8000
CMD ["gunicorn", "app:app"]
