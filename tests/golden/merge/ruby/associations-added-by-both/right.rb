class User < ApplicationRecord
  include Searchable

  has_many :orders
  belongs_to :company
  before_save :normalize
end
