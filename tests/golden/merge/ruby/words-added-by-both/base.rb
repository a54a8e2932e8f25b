class Export
  COLUMNS = %w[id name].freeze

  def query
    <<~SQL
      SELECT id
      FROM users
      ORDER BY id
    SQL
  end
end
