def load(path)
  File.read(path)
rescue Errno::ENOENT
  nil
rescue Errno::EISDIR
  ""
end

def store(path, text)
  File.write(path, text)
rescue Errno::EACCES
  nil
rescue Errno::ENOSPC
  false
end
