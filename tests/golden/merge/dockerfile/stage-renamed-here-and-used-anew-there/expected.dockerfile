FROM golang:1.22 AS builder
WORKDIR /src
COPY . .
RUN go build -o /app

FROM alpine
<<<<<<< left
COPY --from=builder /app /app
=======
COPY --from=build /app /app
EXPOSE 80
COPY --from=build /src/x /x
>>>>>>> right
CMD ["/app"]
