class User < ApplicationRecord
  include Searchable
  include Auditable

  has_many :orders
  before_save :normalize
end
