data Config = Config
  { host :: String
  , port :: Int
  , retries :: Int
  }
