FROM golang:1.22 AS builder
WORKDIR /src
COPY . .
RUN go build -o /app

FROM alpine
COPY --from=builder /app /app
CMD ["/app"]
