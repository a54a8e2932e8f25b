hosts=(web1 web2 db1)
args=(build test)
curl_options=(--silent --fail -L)
