class User < ApplicationRecord
  include Searchable
<<<<<<< left
  include Taggable
=======
  include Auditable
>>>>>>> right

  has_many :orders
  before_save :normalize
end
