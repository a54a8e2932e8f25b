class Pool
  def put(conn)
    conn.touch
    @free << conn
    wake
  end
end
