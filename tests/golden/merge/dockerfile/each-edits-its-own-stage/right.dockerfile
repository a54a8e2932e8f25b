FROM go:1.21 AS build
RUN go build

FROM alpine:3.19
COPY --from=build /app /app
