FROM scratch
LABEL vendor="Shop Ltd" \
      version="1.0"
