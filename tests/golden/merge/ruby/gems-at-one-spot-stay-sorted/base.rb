source "https://rubygems.org"

gem "bootsnap"
gem "rails", "~> 7.1"
gem "sidekiq"
