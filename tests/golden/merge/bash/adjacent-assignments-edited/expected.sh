image=registry/shop
tag="$(git rev-parse HEAD)"
docker build -t "$image:$tag" .
docker push "$image:$tag"
