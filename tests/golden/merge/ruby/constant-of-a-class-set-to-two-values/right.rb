class Client
  TIMEOUT = 30
  RETRIES = 3
  BACKOFF = 5

  def call
    request(TIMEOUT)
  end
end
