FROM a
COPY a /a
COPY b /b
RUN x
