main :: IO ()
main = do
  config <- readConfig
  start config 8080
  putStrLn "ready"
