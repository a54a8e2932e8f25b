FROM a
COPY a /a
<<<<<<< left
COPY b /b
=======
COPY c /c
>>>>>>> right
RUN x
