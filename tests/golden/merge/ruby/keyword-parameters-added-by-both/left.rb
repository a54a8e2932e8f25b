class Report
  def initialize(rows:, title: "Report", footer: nil)
    @rows = rows
    @title = title
  end

  def draw
    table(rows: @rows, width: 80)
  end
end
