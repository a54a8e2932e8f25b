(ns app.core
  (:require [clojure.string :as str]
            [clojure.set :as set])
  (:import (java.util Date)))

(def limit 10)

;; Greets.
(defn greet
  "Says hello."
  [name]
  (str "Hello, " name))

(defn total [items tax]
  (reduce + (map :price items)))

(def colors #{:red :blue})
