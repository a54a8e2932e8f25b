def sync(users)
  users.each do |user|
    profile = fetch(user)
    profile.normalize
    profile.save!
  end
end
