source "https://rubygems.org"

gem "bootsnap"
<<<<<<< left
gem "pg", "~> 1.5"
=======
gem "pg", "~> 1.4"
>>>>>>> right
gem "rails", "~> 7.1"
gem "sidekiq"
