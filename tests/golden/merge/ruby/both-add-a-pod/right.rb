platform :ios, '13.0'

target 'App' do
  use_frameworks!
  pod 'Alamofire', '~> 5.0'
  pod 'SnapKit'
  pod 'Lottie'
end
