FROM scratch
LABEL vendor="Shop" \
      version="1.0"
