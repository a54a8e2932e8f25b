class Export
  COLUMNS = %w[id name].freeze

  def query
    <<~SQL
      SELECT uuid
      FROM users
      ORDER BY id
    SQL
  end
end
