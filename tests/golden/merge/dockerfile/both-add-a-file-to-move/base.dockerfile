FROM debian:12
RUN mv \
    a.txt \
    b.txt \
    /srv
