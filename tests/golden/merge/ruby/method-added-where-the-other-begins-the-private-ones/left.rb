class Queue
  def initialize
    @jobs = []
  end

  def push(job)
    @jobs << job
  end

  private

  def compact
    @jobs.compact!
  end
end
