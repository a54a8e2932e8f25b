class Report
  def initialize(rows:, title: "Report")
    @rows = rows
    @title = title
  end

  def draw
<<<<<<< left
    table(rows: @rows, width: 80, border: true)
=======
    table(rows: @rows, width: 80, border: false)
>>>>>>> right
  end
end
