FROM alpine
RUN apk add curl && \
    mkdir /srv
RUN adduser app && \
    chown app /srv
