class Export
  COLUMNS = %w[id name].freeze

  def query
    <<~SQL
<<<<<<< left
      SELECT id, name
=======
      SELECT uuid
>>>>>>> right
      FROM users
      ORDER BY id
    SQL
  end
end
