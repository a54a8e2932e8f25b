(ns app.core
  (:require [clojure.string :as str]
            [clojure.set :as set])
  (:import (java.util Date)))

(def limit 10)

(defn total [items]
  (reduce + (map :price items)))

;; Greets.
(defn greet
  "Says hello."
  [name]
  (str "Hi, " name))

(def colors #{:red :blue})
