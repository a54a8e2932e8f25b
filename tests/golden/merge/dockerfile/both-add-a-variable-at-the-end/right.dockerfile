FROM alpine
ENV LANG=C \
    PORT=8000 \
    HOST=localhost
USER app
