def load(path)
  File.read(path)
rescue Errno::ENOENT
  nil
rescue Errno::EISDIR
  ""
ensure
  done
end

def store(path, text)
  File.write(path, text)
rescue Errno::EACCES
  nil
<<<<<<< left
rescue Errno::ENOSPC
  false
=======
rescue SystemCallError
  raise
>>>>>>> right
end
