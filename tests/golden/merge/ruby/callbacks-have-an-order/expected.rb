class User < ApplicationRecord
  include Searchable

  has_many :orders
  before_save :normalize
<<<<<<< left
  before_save :encrypt
=======
  before_save :trim
>>>>>>> right
end
