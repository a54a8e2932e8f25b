class Pool
  def put(conn)
    # Closed ones are sorted out when they are taken.
    @free << conn
    wake
  end
end
