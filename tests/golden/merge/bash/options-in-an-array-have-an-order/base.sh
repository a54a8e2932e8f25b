hosts=(web1 web2)
args=(build)
curl_options=(--silent --fail)
