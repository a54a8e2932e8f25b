class User < ApplicationRecord
  include Searchable
  include Taggable

  has_many :orders
  before_save :normalize
end
