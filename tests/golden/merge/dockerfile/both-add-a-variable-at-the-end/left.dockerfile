FROM alpine
ENV LANG=C \
    PORT=8000 \
    DEBUG=0
USER app
