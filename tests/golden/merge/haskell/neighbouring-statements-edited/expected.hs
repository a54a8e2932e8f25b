main :: IO ()
main = do
  config <- readConfig "app.conf"
  start config 8080
  putStrLn "ready"
