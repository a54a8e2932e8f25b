data Config = Config
  { host :: String
  , port :: Int
  , user :: String
  }
