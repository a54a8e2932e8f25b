FROM a
COPY a /a
COPY c /c
RUN x
