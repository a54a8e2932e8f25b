def fetch(url):
	try:
		reply = get(url)
		body = reply.text.strip()
		return body
	except OSError:
		return ""
