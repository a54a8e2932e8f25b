FROM debian:12
RUN mv \
    a.txt \
    d.txt \
    b.txt \
    /srv
