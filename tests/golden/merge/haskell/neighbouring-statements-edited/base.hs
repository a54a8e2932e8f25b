main :: IO ()
main = do
  config <- readConfig
  start config
  putStrLn "ready"
