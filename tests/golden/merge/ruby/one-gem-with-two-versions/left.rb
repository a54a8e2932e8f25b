source "https://rubygems.org"

gem "bootsnap"
gem "pg", "~> 1.5"
gem "rails", "~> 7.1"
gem "sidekiq"
