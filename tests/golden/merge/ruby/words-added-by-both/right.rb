class Export
  COLUMNS = %w[id name phone].freeze

  def query
    <<~SQL
      SELECT id
      FROM users
      ORDER BY id
    SQL
  end
end
