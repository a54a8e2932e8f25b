FROM a
<<<<<<< left
RUN b
CMD ["x"]
=======
CMD ["y"]
RUN b
>>>>>>> right
