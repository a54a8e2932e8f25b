def sync(users)
  users.each do |user|
    if user.active?
      profile = fetch(user)
      profile.normalize
      profile.save
    end
  end
end
