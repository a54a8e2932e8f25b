class Queue
  def initialize
    @jobs = []
  end

  def push(job)
    @jobs << job
  end

  def size
    @jobs.size
  end
end
