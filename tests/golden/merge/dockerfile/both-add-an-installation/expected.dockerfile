FROM a
RUN x
RUN apt-get install -y \
<<<<<<< left
    b
=======
    c
>>>>>>> right
