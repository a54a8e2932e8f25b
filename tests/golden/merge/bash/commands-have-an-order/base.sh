image=shop
tag=latest
docker build -t "$image:$tag" .
docker push "$image:$tag"
