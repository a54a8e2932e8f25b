image=shop
tag=latest
docker build -t "$image:$tag" .
docker push "$image:$tag"
<<<<<<< left
docker logout
=======
docker image prune
>>>>>>> right
