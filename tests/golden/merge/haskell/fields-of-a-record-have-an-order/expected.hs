data Config = Config
  { host :: String
  , port :: Int
<<<<<<< left
  , retries :: Int
=======
  , user :: String
>>>>>>> right
  }
