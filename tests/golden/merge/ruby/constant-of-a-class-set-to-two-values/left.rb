class Client
  TIMEOUT = 30
  RETRIES = 3
  BACKOFF = 2

  def call
    request(TIMEOUT)
  end
end
