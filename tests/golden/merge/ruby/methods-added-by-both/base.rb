class Queue
  def initialize
    @jobs = []
  end

  def push(job)
    @jobs << job
  end
end
