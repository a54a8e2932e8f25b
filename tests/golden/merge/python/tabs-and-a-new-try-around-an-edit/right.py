def fetch(url):
	reply = get(url)
	body = reply.text.strip()
	return body
