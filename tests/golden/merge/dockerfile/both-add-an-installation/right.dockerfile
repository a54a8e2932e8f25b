FROM a
RUN x
RUN apt-get install -y \
    c
