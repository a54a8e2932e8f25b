hosts=(web1 web2 db2)
args=(build docs)
curl_options=(--silent --fail --http2)
