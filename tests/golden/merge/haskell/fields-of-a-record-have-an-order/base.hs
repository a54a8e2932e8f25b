data Config = Config
  { host :: String
  , port :: Int
  }
