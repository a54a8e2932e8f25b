FROM a
RUN x
RUN apt-get install -y \
    b
