FROM a
RUN b
CMD ["x"]
