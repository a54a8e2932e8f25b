class Export
  COLUMNS = %w[id name].freeze

  def query
    <<~SQL
      SELECT id, name
      FROM users
      ORDER BY id
    SQL
  end
end
