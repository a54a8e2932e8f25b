def load(path)
  File.read(path)
rescue Errno::ENOENT
  nil
end

def store(path, text)
  File.write(path, text)
rescue Errno::EACCES
  nil
end
