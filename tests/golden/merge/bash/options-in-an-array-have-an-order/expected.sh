hosts=(web1 web2 db1 db2)
<<<<<<< left
args=(build test)
=======
args=(build docs)
>>>>>>> right
<<<<<<< left
curl_options=(--silent --fail -L)
=======
curl_options=(--silent --fail --http2)
>>>>>>> right
