class Pool
  def put(conn)
    conn.touch
    # Closed ones are sorted out when they are taken.
    @free << conn
    wake
  end
end
