def run(user)
  audit(user) unless user.admin?
  save(user)
end
