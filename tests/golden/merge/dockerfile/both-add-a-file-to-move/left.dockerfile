FROM debian:12
RUN mv \
    a.txt \
    c.txt \
    b.txt \
    /srv
