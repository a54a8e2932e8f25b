main :: IO ()
main = do
  config <- readConfig "app.conf"
  start config
  putStrLn "ready"
