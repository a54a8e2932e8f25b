source "https://rubygems.org"

gem "bootsnap"
gem "puma"
gem "rails", "~> 7.1"
gem "sidekiq"
