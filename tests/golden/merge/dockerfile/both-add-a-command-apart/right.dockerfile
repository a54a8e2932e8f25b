FROM a
CMD ["y"]
RUN b
