image=shop
tag=v2
docker build -t "$image:$tag" .
docker push "$image:$tag"
