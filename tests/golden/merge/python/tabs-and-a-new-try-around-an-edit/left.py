def fetch(url):
	try:
		reply = get(url)
		body = reply.text
		return body
	except OSError:
		return ""
