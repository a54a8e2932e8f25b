(ns app.price
  (:require [clojure.string :as string]))

(defn clean [text]
  (string/trim text))

(defn label [item]
  (:name item))
