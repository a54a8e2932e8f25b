class Queue
  def initialize
    @jobs = []
  end

  def push(job)
    @jobs << job
  end

<<<<<<< left
  private

  def compact
    @jobs.compact!
=======
  def size
    @jobs.size
>>>>>>> right
  end
end
