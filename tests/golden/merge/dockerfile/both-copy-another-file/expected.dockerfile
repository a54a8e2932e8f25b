FROM python:3.11
WORKDIR /app
RUN apt-get update && apt-get install -y \
    curl \
    git
COPY a.txt b.txt c.txt d.txt ./
ENV A=1 B=2
EXPOSE 80
CMD ["python", "main.py"]
