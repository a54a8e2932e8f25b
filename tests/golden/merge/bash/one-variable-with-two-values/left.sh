image=shop
tag=stable
docker build -t "$image:$tag" .
docker push "$image:$tag"
