class Report
  def initialize(rows:, title: "Report", footer: nil, columns: 3)
    @rows = rows
    @title = title
  end

  def draw
    table(rows: @rows, width: 80)
  end
end
