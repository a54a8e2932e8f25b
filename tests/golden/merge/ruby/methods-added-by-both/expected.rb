class Queue
  def initialize
    @jobs = []
  end

  def push(job)
    @jobs << job
  end

  def pop
    @jobs.shift
  end

  def size
    @jobs.size
  end
end
