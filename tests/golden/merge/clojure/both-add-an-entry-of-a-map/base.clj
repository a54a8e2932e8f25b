(def config
  {:port 80
   :host "a"})

(start config)
