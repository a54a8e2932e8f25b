class User < ApplicationRecord
  include Searchable

  has_many :orders
  before_save :normalize
end
