FROM alpine
RUN apk add --no-cache curl && \
    mkdir /srv && \
    mkdir /data
RUN adduser app && \
    chown app /srv && \
<<<<<<< left
    touch /srv/a
=======
    chmod 700 /srv
>>>>>>> right
