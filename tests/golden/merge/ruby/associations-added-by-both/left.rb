class User < ApplicationRecord
  include Searchable

  has_many :orders
  has_one :profile
  before_save :normalize
end
