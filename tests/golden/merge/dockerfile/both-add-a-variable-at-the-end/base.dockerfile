FROM alpine
ENV LANG=C \
    PORT=8000
USER app
