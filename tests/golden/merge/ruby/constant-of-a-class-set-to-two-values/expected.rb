class Client
  TIMEOUT = 30
  RETRIES = 3
<<<<<<< left
  BACKOFF = 2
=======
  BACKOFF = 5
>>>>>>> right

  def call
    request(TIMEOUT)
  end
end
