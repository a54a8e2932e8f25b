(ns app.price
  (:require [clojure.string :as str]))

(defn clean [text]
  (str/trim text))

(defn label [item]
  (:name item))
