FROM python:3.12
WORKDIR /app
<<<<<<< left
ENV TZ=UTC
=======
ENV TZ=CET
>>>>>>> right
COPY . .
