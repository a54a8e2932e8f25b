class Pool
  def put(conn)
    @free << conn
    wake
  end
end
