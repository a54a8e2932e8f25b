FROM debian:12
RUN mv \
    a.txt \
<<<<<<< left
    c.txt \
=======
    d.txt \
>>>>>>> right
    b.txt \
    /srv
