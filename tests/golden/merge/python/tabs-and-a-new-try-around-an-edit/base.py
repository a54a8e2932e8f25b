def fetch(url):
	reply = get(url)
	body = reply.text
	return body
