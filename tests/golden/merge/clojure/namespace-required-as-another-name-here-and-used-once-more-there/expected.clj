(ns app.price
  (:require [clojure.string :as string]))

(defn clean [text]
<<<<<<< left
  (string/trim text))

(defn label [item]
  (:name item))
=======
  (str/trim text))

(defn label [item]
  (str/upper-case (:name item)))
>>>>>>> right
