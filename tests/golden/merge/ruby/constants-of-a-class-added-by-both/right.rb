class Client
  TIMEOUT = 30
  RETRIES = 3
  AGENT = 'client'

  def call
    request(TIMEOUT)
  end
end
