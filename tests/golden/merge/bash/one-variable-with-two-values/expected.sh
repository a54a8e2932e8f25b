image=shop
<<<<<<< left
tag=stable
=======
tag=v2
>>>>>>> right
docker build -t "$image:$tag" .
docker push "$image:$tag"
