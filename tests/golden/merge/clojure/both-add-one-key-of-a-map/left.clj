(ns app.core)

(def config
  {:port 80
   :host "localhost"
   :name "a"})

(def small {:a 1, :b 2})

(defn run [x]
  (start {:name x
          ;; why
          :mode :fast
          :opts {:deep true :wide false}}))
