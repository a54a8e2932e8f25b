class User < ApplicationRecord
  include Searchable

  has_many :orders
  has_one :profile
  belongs_to :company
  before_save :normalize
end
