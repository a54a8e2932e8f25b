FROM a
COPY a /a
RUN x
