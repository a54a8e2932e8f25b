(ns app.core)

(def config
  {:port 80
<<<<<<< left
   :name "a"
=======
   :name "b"
>>>>>>> right
   :host "localhost"})

(def small {:a 1, :b 2})

(defn run [x]
  (start {:name x
          ;; why
          :mode :fast
          :opts {:deep true :wide false}}))
