class Report
  def initialize(rows:, title: "Report")
    @rows = rows
    @title = title
  end

  def draw
    table(rows: @rows, width: 80, border: true)
  end
end
