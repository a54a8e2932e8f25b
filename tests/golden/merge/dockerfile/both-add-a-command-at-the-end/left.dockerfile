FROM alpine
RUN apk add --no-cache curl && \
    mkdir /srv
RUN adduser app && \
    chown app /srv && \
    touch /srv/a
