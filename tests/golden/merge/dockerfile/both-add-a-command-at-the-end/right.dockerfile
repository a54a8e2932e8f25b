FROM alpine
RUN apk add curl && \
    mkdir /srv && \
    mkdir /data
RUN adduser app && \
    chown app /srv && \
    chmod 700 /srv
