class Client
  TIMEOUT = 30
  RETRIES = 3

  def call
    request(TIMEOUT)
  end
end
